import { currentOf, isInInterrupt } from '../../machine.ts';
import type { Machine } from '../../model.ts';
import type { Rule } from '../rule.ts';

const PARTNER = { enable: 'enable', disable: 'enable', pause: 'pause', resume: 'pause' } as const;

export default {
  id: 'ignored-call',
  order: 90,
  title: 'both calls of a pair count, or neither',
  severity: 'warning',
  why: 'When one half of a pair is ignored, a section stays open or closes too early, and the kernel says so only where a counter underflows.',
  source:
    'ignored in interrupt (arm64 since b81c688426a9, v3 12/13 on), and enable and disable while paused (v5 on): pairs across a boundary come apart',
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
        ? `${helper} took effect, its ${partner} was ignored`
        : `${helper} is ignored, its ${partner} took effect`,
      values: groundsIn(machine),
      statement: effective ? null : statement,
    };
  },
} satisfies Rule;

/** What the helper decided by: its counters, and whether it was asked in interrupt. */
const groundsIn = (machine: Machine) => ({
  ...machine.tasks[currentOf(machine) ?? '']?.fields,
  ...(isInInterrupt(machine) && { 'in_interrupt()': true }),
});
