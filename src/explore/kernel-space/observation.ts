import type { Event, Summary } from '../../engine/model.ts';
import type { Cause } from './cause.ts';

/**
 * The observable effect of a step: callbacks, whether the mode is active, checks that fired, and whether the event
 * happened. The state that callbacks saw is internal, and so is whether a `_ONCE` check had already printed.
 */
export interface Observation {
  readonly callbacks: string;
  readonly checks: string;
  /** Empty if the event happened and the run continues. */
  readonly outcome: string;
  /** null: the revision does not record it. */
  readonly active: boolean | null;
}

export const observe = ({ callbacks, checks, active, outcome }: Summary): Observation => ({
  callbacks: callbacks.map(({ callback }) => callback).join(', ') || 'none',
  checks: checks.flatMap(({ macro, fired }) => (fired ? [macro] : [])).join(', ') || 'none',
  outcome: outcome === 'skipped' ? 'did not happen' : outcome === 'ended' ? 'the run ends' : '',
  active,
});

export const observationText = (seen: Observation): string =>
  [
    `callbacks: ${seen.callbacks}`,
    `checks: ${seen.checks}`,
    ...(seen.outcome === '' ? [] : [seen.outcome]),
    `active: ${activeText(seen)}`,
  ].join('; ');

const activeText = ({ active }: Observation): string => (active === null ? 'unknown' : active ? 'yes' : 'no');

/** The parts in which two observations differ. A part that one of them does not record is no difference. */
export function differingParts(a: Observation, b: Observation): readonly (keyof Observation)[] {
  const active = a.active !== null && b.active !== null && a.active !== b.active;
  return [
    ...(['callbacks', 'checks', 'outcome'] as const).filter((what) => a[what] !== b[what]),
    ...(active ? (['active'] as const) : []),
  ];
}

export const DIFFERENCE_RULE = 'difference';

/**
 * Causes of the difference between two observations of an event: one per differing part, event kind and direction. What
 * was open before, and the context, do not distinguish causes.
 */
export const causesOfDifference = (event: Event, a: Observation, b: Observation): readonly DifferenceCause[] =>
  differingParts(a, b).map((what) => ({
    ...{ what, rule: DIFFERENCE_RULE, sub: underOf(event), statement: null },
    clause: `${what}: ${wordOf(a, what)} against ${wordOf(b, what)}`,
  }));

export interface DifferenceCause extends Cause {
  readonly what: keyof Observation;
}

/** The kind of an event: `pause`, `set`, `switch`, `interrupt`. */
function underOf(event: Event): string {
  switch (event.kind) {
    case 'call':
      return event.helper;
    case 'page':
    case 'tlb':
      return event.op;
    case 'irq':
    case 'softirq':
      return 'interrupt';
    default:
      return event.kind;
  }
}

const wordOf = (seen: Observation, what: keyof Observation): string =>
  what === 'active' ? activeText(seen) : seen[what] || 'continues';
