import { currentOf, isInInterrupt } from '../../machine.ts';
import type { Machine } from '../../model.ts';
import type { Rule } from '../rule.ts';

const PARTNER = { enable: 'enable', disable: 'enable', pause: 'pause', resume: 'pause' } as const;

export default {
  id: 'ignored-call',
  order: 90,
  title: 'both calls of a pair take effect, or neither',
  severity: 'warning',
  why: 'If one call of a pair is ignored, a section stays open or closes too early; the kernel notices only if a counter underflows.',
  source:
    'calls are ignored in interrupt context (arm64 since b81c688426a9, generic since v3 12/13), enable and disable also while paused (since v5)',
  reads: ['open-calls'],
  on: ['return'],
  judge(occasion, machine) {
    if (occasion.at !== 'return' || occasion.pair === null || occasion.pair.effective === occasion.effective)
      return null;
    const { helper, effective, statement } = occasion;
    const partner = PARTNER[helper];
    return {
      sub: effective ? partner : helper,
      clause: effective
        ? `${helper}() took effect although its ${partner}() was ignored`
        : `${helper}() was ignored although its ${partner}() took effect`,
      values: groundsIn(machine),
      statement: effective ? null : statement,
    };
  },
} satisfies Rule;

/** The state that the helper decided by: its counters, and in_interrupt(). */
const groundsIn = (machine: Machine) => ({
  ...machine.tasks[currentOf(machine) ?? '']?.fields,
  ...(isInInterrupt(machine) && { 'in_interrupt()': true }),
});
