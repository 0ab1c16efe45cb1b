import { IN_CACHE, RANGE_LOST } from '../../engine/backends/s390.ts';
import type { Remarks } from '../remarks.ts';

export default {
  id: 's390',
  order: 70,
  sentOut: 'Every disable and every pause; behind a pause the range is gone.',
  early: 'ptep_get() on this CPU sees the new entry, all else the old; a new mapping faults, an old one works on.',
  nestedBefore: 'There was no lazy mode.',
  inferred: [
    'Version 6 of the series (July 2026) is modelled; it was pending then, and versions 7 and 8 were not seen.',
    RANGE_LOST,
    IN_CACHE,
    'A clear outside the range counts as an exchange with an IPTE of its own; a set there is a plain store.',
    'Secure guests, machines without facility 13 and local against global IPTE are left out.',
  ],
} satisfies Remarks;
