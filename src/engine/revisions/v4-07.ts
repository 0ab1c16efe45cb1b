import {
  and,
  assign,
  callback,
  field,
  is,
  not,
  or,
  postIncrement,
  preDecrement,
  U8_MAX,
  vmCheck,
  when,
} from '../ir/statements.ts';
import type { Revision } from './revision.ts';

const level = field('nesting_level');
const active = field('active');

export default {
  id: 'v4-07',
  order: 30,
  title: 'v4 07/12 alone',
  date: '2025-10-29',
  source: {
    subject: '[PATCH v4 07/12] mm: enable lazy_mmu sections to nest',
    ref: '20251029100909.3381140-8-kevin.brodsky@arm.com',
  },
  changed:
    'Renamed to nesting_level and active; the state is written before arch_enter(). Over- and underflow warn once instead of BUG. No interrupt test yet.',
  aliases: [],
  meets: ['7.0'],
  nearest: true,
  forbidsHelpersWhilePaused: true,
  fields: [
    { name: 'nesting_level', type: 'u8', label: 'nesting', short: 'n' },
    { name: 'active', type: 'bool', label: 'active', short: 'a' },
  ],
  helpers: {
    enable: [
      vmCheck(
        'VM_WARN_ON_ONCE',
        is(level, '==', U8_MAX),
        'enable() must not be called when nesting_level is at its limit of 255.',
      ),
      vmCheck('VM_WARN_ON', and(is(level, '>', 0), not(active)), 'enable() must not be called while paused.'),
      when(is(postIncrement('nesting_level'), '==', 0), [assign('active', true), callback('enter')]),
    ],
    disable: [
      vmCheck('VM_WARN_ON_ONCE', is(level, '==', 0), 'disable() must not be called when nesting_level is 0.'),
      vmCheck('VM_WARN_ON', not(active), 'disable() must be called with the mode active, so not while paused.'),
      when(
        is(preDecrement('nesting_level'), '==', 0),
        [assign('active', false), callback('leave')],
        [callback('flush')],
      ),
    ],
    pause: [
      vmCheck(
        'VM_WARN_ON',
        or(is(level, '==', 0), not(active)),
        'pause() must be called inside a section that is not already paused.',
      ),
      assign('active', false),
      callback('leave'),
    ],
    resume: [
      vmCheck('VM_WARN_ON', or(is(level, '==', 0), active), 'resume() must be called inside a section that is paused.'),
      assign('active', true),
      callback('enter'),
    ],
  },
  active: { name: 'in_lazy_mmu_mode', task: active, here: active },
} satisfies Revision;
