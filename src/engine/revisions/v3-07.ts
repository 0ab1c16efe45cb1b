import {
  and,
  assign,
  bump,
  callback,
  field,
  is,
  not,
  or,
  preDecrement,
  preIncrement,
  U8_MAX,
  vmCheck,
  when,
} from '../ir/statements.ts';
import type { Revision } from './revision.ts';

const count = field('count');
const enabled = field('enabled');

// The state is written after arch_enter() and before arch_leave(): a deliberate mirror (v3 discussion).
export default {
  id: 'v3-07',
  order: 20,
  title: 'v3 07/13 alone',
  date: '2025-10-15',
  source: {
    subject: '[PATCH v3 07/13] mm: enable lazy_mmu sections to nest',
    ref: '20251015082727.2395128-8-kevin.brodsky@arm.com',
  },
  changed:
    'Sections nest: a count and an enabled flag per task. Pause and resume exist and are legal only inside a section. The helpers have no interrupt test yet.',
  aliases: [],
  meets: ['7.0'],
  nearest: true,
  forbidsHelpersWhilePaused: true,
  fields: [
    { name: 'count', type: 'u8', label: 'count', short: 'c' },
    { name: 'enabled', type: 'bool', label: 'enabled', short: 'e' },
  ],
  helpers: {
    enable: [
      vmCheck('VM_BUG_ON', is(count, '==', U8_MAX), 'enable() must not be called when count is at its limit of 255.'),
      // The words of the comment above this check; the other checks have none.
      vmCheck('VM_WARN_ON', and(is(count, '>', 0), not(enabled)), 'enable() must not be called while paused.'),
      when(is(count, '==', 0), [callback('enter'), assign('enabled', true)]),
      bump(preIncrement('count')),
    ],
    disable: [
      vmCheck('VM_BUG_ON', is(count, '==', 0), 'disable() must not be called when count is 0.'),
      vmCheck('VM_WARN_ON', not(enabled), 'disable() must be called with the mode enabled, so not while paused.'),
      bump(preDecrement('count')),
      when(is(count, '==', 0), [assign('enabled', false), callback('leave')], [callback('flush')]),
    ],
    pause: [
      vmCheck(
        'VM_WARN_ON',
        or(is(count, '==', 0), not(enabled)),
        'pause() must be called inside a section that is not already paused.',
      ),
      assign('enabled', false),
      callback('leave'),
    ],
    resume: [
      vmCheck(
        'VM_WARN_ON',
        or(is(count, '==', 0), enabled),
        'resume() must be called inside a section that is paused.',
      ),
      callback('enter'),
      assign('enabled', true),
    ],
  },
  active: { name: 'in_lazy_mmu_mode', task: enabled, here: enabled },
} satisfies Revision;
