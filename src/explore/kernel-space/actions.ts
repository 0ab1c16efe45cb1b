import type { Event } from '../../engine/model.ts';
import { lengthOf } from '../../engine/run/rows.ts';
import { type SearchScope, tasksOf } from './scope.ts';

/** One thing that can happen next while a program is being built. */
export type Action =
  | { readonly kind: 'event'; readonly event: Event }
  | { readonly kind: 'switch'; readonly event: Event & { readonly kind: 'switch' } }
  /** A switch to the idle task and back, which would do nothing in between. */
  | { readonly kind: 'round-trip'; readonly events: readonly [Event, Event] }
  /** An interrupt begins; what its handler does are actions of its own. */
  | { readonly kind: 'begin'; readonly interrupt: 'irq' | 'softirq' }
  | { readonly kind: 'end' }
  /** An interrupted call resumes. */
  | { readonly kind: 'continue' };

/** Lists all actions of a scope; an action's number is its index. */
export function listActions(scope: SearchScope): readonly Action[] {
  const cpus = scope.cpus === 2 ? [0, 1] : [undefined];
  const switches = tasksOf(scope).flatMap((task) =>
    cpus.map((cpu): Action => ({ kind: 'switch', event: { kind: 'switch', task, ...(cpu !== undefined && { cpu }) } })),
  );
  return [
    ...scope.alphabet.map((event): Action => ({ kind: 'event', event })),
    ...(scope.interrupts === 'none' ? [] : scope.kinds.map((interrupt): Action => ({ kind: 'begin', interrupt }))),
    ...(scope.interrupts === 'none' ? [] : [{ kind: 'end' } as const]),
    ...(scope.interrupts === 'statements' ? [{ kind: 'continue' } as const] : []),
    ...(scope.preempt === 'none' ? [] : switches),
    ...(hasRoundTripSwitches(scope) ? [ROUND_TRIP] : []),
  ];
}

const ROUND_TRIP: Action = {
  kind: 'round-trip',
  events: [
    { kind: 'switch', task: 'B' },
    { kind: 'switch', task: 'A' },
  ],
};

/** Whether a switch always returns at once, because the other task is idle and there is only one CPU. */
export const hasRoundTripSwitches = ({ tasks, cpus, preempt }: SearchScope): boolean =>
  tasks === 1 && cpus === 1 && preempt !== 'none';

/** The event that an action appends. For the end of an interrupt, its kind is unknown. */
export function eventOfAction(action: Action): Event {
  switch (action.kind) {
    case 'event':
    case 'switch':
      return action.event;
    case 'round-trip':
      return action.events[0];
    case 'begin':
      return { kind: action.interrupt, body: [] };
    case 'end':
      return { kind: 'irq', body: [] };
    case 'continue':
      throw new Error('a resumed call belongs to an earlier event');
  }
}

/** What an action adds to the length of a program. */
export function costOfAction(action: Action): number {
  switch (action.kind) {
    case 'event':
    case 'switch':
      return lengthOf([action.event]);
    case 'round-trip':
      return 2;
    case 'begin':
      return 1;
    default:
      return 0;
  }
}

/**
 * A move encodes an action and the statement after which a call that it starts or resumes is interrupted (0: not
 * interrupted).
 */
export const encodeMove = (action: number, stop: number): number => action * STOPS_PER_ACTION + stop;
export const actionOfMove = (move: number): number => Math.floor(move / STOPS_PER_ACTION);
export const stopOfMove = (move: number): number => move % STOPS_PER_ACTION;

/** More than any helper has statements. */
const STOPS_PER_ACTION = 256;
