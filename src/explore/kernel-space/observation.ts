import type { Event, Summary } from '../../engine/model.ts';
import type { Cause } from './cause.ts';

/**
 * What a row shows from outside (design 3.7): callbacks, whether the mode is active, checks that fired, whether it happened.
 * Not what callbacks saw. That a once-check had fired before is its own history, not a difference.
 */
export interface Observation {
  readonly callbacks: string;
  readonly checks: string;
  /** Empty where the event happened and the run goes on. */
  readonly outcome: string;
  /** null: the revision cannot tell. */
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

/** What looks different in two rows, in one word each. What one of them cannot tell is no difference. */
export function differingParts(a: Observation, b: Observation): readonly (keyof Observation)[] {
  const active = a.active !== null && b.active !== null && a.active !== b.active;
  return [
    ...(['callbacks', 'checks', 'outcome'] as const).filter((what) => a[what] !== b[what]),
    ...(active ? (['active'] as const) : []),
  ];
}

export const DIFFERENCE_RULE = 'difference';

/**
 * Why two rows of an event look different: a cause for each thing that does, under this event and in this direction. What was
 * open before, and in which context it was, makes no other cause of it.
 */
export const causesOfDifference = (event: Event, a: Observation, b: Observation): readonly DifferenceCause[] =>
  differingParts(a, b).map((what) => ({
    ...{ what, rule: DIFFERENCE_RULE, sub: underOf(event), statement: null },
    clause: `${what}: ${wordOf(a, what)} against ${wordOf(b, what)}`,
  }));

export interface DifferenceCause extends Cause {
  readonly what: keyof Observation;
}

/** What kind of event it is: `pause`, `set`, `switch`, `interrupt`. */
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
  what === 'active' ? activeText(seen) : seen[what] || 'goes on';
