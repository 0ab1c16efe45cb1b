import { DRAINS, OVERTAKES } from '../../engine/backends/xen-pv.ts';
import type { Remarks } from '../remarks.ts';

export default {
  id: 'xen-pv',
  order: 60,
  sentOut:
    'Every disable and every pause; an update that does not fit; an operation issued immediately through the same buffer; a context switch.',
  early: 'Reads see the old entry; a new mapping faults; an old one keeps working.',
  nestedBefore: 'A BUG at the second enable (6.15 to 6.19).',
  inferred: [
    OVERTAKES,
    DRAINS,
    'Each operation counts as one record of 16 bytes; the limit of 32 calls is never reached first here.',
    'A user access to a new mapping waits for the page-table lock and then succeeds; the wait is reported but not run, so the access ends as a fault.',
    'A task that runs for the first time is not resumed by the hook of 7.2, because its initial pause count is not known.',
    'The mirrored window of v3, which sets its flag after arch_enter, follows from the same hooks; no report of it was found.',
  ],
} satisfies Remarks;
