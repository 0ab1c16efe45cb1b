import {
  and,
  callback,
  field,
  IN_INTERRUPT,
  is,
  not,
  or,
  postIncrement,
  preDecrement,
  returnIf,
  U8_MAX,
  vmCheck,
  when,
} from '../ir/statements.ts';
import type { Revision } from './revision.ts';

const enables = field('enable_count');
const pauses = field('pause_count');
const activeTask = and(is(enables, '>', 0), is(pauses, '==', 0));

// The counter changes before its callback runs, and the two are not atomic: the cause of the Xen crash in 7.0 (4594437880ce).
export default {
  id: 'v6',
  order: 40,
  title: 'v6, mainline 7.0 and 7.1',
  date: '2025-12-15',
  source: {
    subject: '[PATCH v6 00/14] Nesting support for lazy MMU mode; commit 5ab246749569 in 7.0',
    ref: '20251215150323.2218608-1-kevin.brodsky@arm.com',
  },
  changed:
    'Two counters (since v5): pauses may nest and may be outside a section; an enable or disable while paused is ignored. The interrupt test comes first.',
  aliases: ['v5', '7.0', '7.1'],
  meets: ['7.0', '7.1'],
  nearest: false,
  forbidsHelpersWhilePaused: false,
  fields: [
    { name: 'enable_count', type: 'u8', label: 'enable', short: 'e' },
    { name: 'pause_count', type: 'u8', label: 'pause', short: 'p' },
  ],
  helpers: {
    enable: [
      returnIf(or(IN_INTERRUPT, is(pauses, '>', 0))),
      vmCheck(
        'VM_WARN_ON_ONCE',
        is(enables, '==', U8_MAX),
        'enable() must not be called when enable_count is at its limit of 255.',
      ),
      when(is(postIncrement('enable_count'), '==', 0), [callback('enter')]),
    ],
    disable: [
      returnIf(or(IN_INTERRUPT, is(pauses, '>', 0))),
      vmCheck('VM_WARN_ON_ONCE', is(enables, '==', 0), 'disable() must not be called when enable_count is 0.'),
      when(is(preDecrement('enable_count'), '==', 0), [callback('leave')], [callback('flush')]),
    ],
    pause: [
      returnIf(IN_INTERRUPT),
      vmCheck(
        'VM_WARN_ON_ONCE',
        is(pauses, '==', U8_MAX),
        'pause() must not be called when the count of open pauses is at its limit of 255.',
      ),
      when(and(is(postIncrement('pause_count'), '==', 0), is(enables, '>', 0)), [callback('leave')]),
    ],
    resume: [
      returnIf(IN_INTERRUPT),
      vmCheck(
        'VM_WARN_ON_ONCE',
        is(pauses, '==', 0),
        'resume() must not be called when the count of open pauses is 0.',
      ),
      when(and(is(preDecrement('pause_count'), '==', 0), is(enables, '>', 0)), [callback('enter')]),
    ],
  },
  active: { name: 'is_lazy_mmu_mode_active', task: activeTask, here: and(not(IN_INTERRUPT), activeTask) },
} satisfies Revision;
