import type { Event, Summary } from '../../engine/model.ts';
import type { Cause } from './cause.ts';

/**
 * What a row shows from outside (design 3.7): callbacks, whether the mode is active, checks that fired, whether it happened.
 * Not what callbacks saw. That a once-check had fired before is its own history, not a difference.
 */
export interface Seen {
  readonly callbacks: string;
  readonly checks: string;
  /** Empty where the event happened and the run goes on. */
  readonly outcome: string;
  /** null: the revision cannot tell. */
  readonly active: boolean | null;
}

export const seenOf = ({ callbacks, checks, active, outcome }: Summary): Seen => ({
  callbacks: callbacks.map(({ callback }) => callback).join(', ') || 'none',
  checks: checks.flatMap(({ macro, fired }) => (fired ? [macro] : [])).join(', ') || 'none',
  outcome: outcome === 'skipped' ? 'did not happen' : outcome === 'ended' ? 'the run ends' : '',
  active,
});

export const seenText = (seen: Seen): string =>
  [
    `callbacks: ${seen.callbacks}`,
    `checks: ${seen.checks}`,
    ...(seen.outcome === '' ? [] : [seen.outcome]),
    `active: ${activeText(seen)}`,
  ].join('; ');

const activeText = ({ active }: Seen): string => (active === null ? 'unknown' : active ? 'yes' : 'no');

/** What looks different in two rows, in one word each. What one of them cannot tell is no difference. */
export function differing(a: Seen, b: Seen): readonly (keyof Seen)[] {
  const active = a.active !== null && b.active !== null && a.active !== b.active;
  return [
    ...(['callbacks', 'checks', 'outcome'] as const).filter((what) => a[what] !== b[what]),
    ...(active ? (['active'] as const) : []),
  ];
}

export const DIFFERENCE = 'difference';

/**
 * Why two rows of an event look different: a cause for each thing that does, under this event and in this direction. What was
 * open before, and in which context it was, makes no other cause of it.
 */
export const causesOfDifference = (event: Event, a: Seen, b: Seen): readonly CauseOfDifference[] =>
  differing(a, b).map((what) => ({
    ...{ what, rule: DIFFERENCE, sub: underOf(event), statement: null },
    clause: `${what}: ${wordOf(a, what)} against ${wordOf(b, what)}`,
  }));

export interface CauseOfDifference extends Cause {
  readonly what: keyof Seen;
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

const wordOf = (seen: Seen, what: keyof Seen): string =>
  what === 'active' ? activeText(seen) : seen[what] || 'goes on';
