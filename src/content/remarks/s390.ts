import { IN_CACHE, RANGE_LOST } from '../../engine/backends/s390.ts';
import type { Remarks } from '../remarks.ts';

export default {
  id: 's390',
  order: 70,
  sentOut: 'Every disable and every pause; after a pause the range is lost.',
  early:
    'On this CPU ptep_get() returns the new entry, everything else sees the old one; a new mapping faults, an old one keeps working.',
  nestedBefore: 'There was no lazy mode.',
  inferred: [
    'Version 6 of the series (July 2026) is modelled; it was pending then, and versions 7 and 8 were not available.',
    RANGE_LOST,
    IN_CACHE,
    'A clear outside the range counts as an exchange with its own IPTE; a set there is a plain store.',
    'Secure guests, machines without facility 13, and local versus global IPTE are not modelled.',
  ],
} satisfies Remarks;
