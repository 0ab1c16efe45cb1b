import type { Event } from '../../engine/model.ts';
import { lengthOf } from '../../engine/run/rows.ts';
import { type Scope, tasksIn } from './scope.ts';

/** One thing that can happen next, in the middle of a program that is being built. */
export type Act =
  | { readonly act: 'event'; readonly event: Event }
  | { readonly act: 'switch'; readonly event: Event & { readonly kind: 'switch' } }
  /** The task is switched away and back at once: what came between would be a task that does nothing. */
  | { readonly act: 'away'; readonly events: readonly [Event, Event] }
  /** An interrupt begins; what it does are acts of their own. */
  | { readonly act: 'begin'; readonly kind: 'irq' | 'softirq' }
  | { readonly act: 'end' }
  /** The call that was stopped goes on. */
  | { readonly act: 'go-on' };

/** All acts of a scope: an act's number is its index. */
export function actsOf(scope: Scope): readonly Act[] {
  const cpus = scope.cpus === 2 ? [0, 1] : [undefined];
  const switches = tasksIn(scope).flatMap((task) =>
    cpus.map((cpu): Act => ({ act: 'switch', event: { kind: 'switch', task, ...(cpu !== undefined && { cpu }) } })),
  );
  return [
    ...scope.alphabet.map((event): Act => ({ act: 'event', event })),
    ...(scope.interrupts === 'none' ? [] : scope.kinds.map((kind): Act => ({ act: 'begin', kind }))),
    ...(scope.interrupts === 'none' ? [] : [{ act: 'end' } as const]),
    ...(scope.interrupts === 'statements' ? [{ act: 'go-on' } as const] : []),
    ...(scope.preempt === 'none' ? [] : switches),
    ...(passesBy(scope) ? [AWAY] : []),
  ];
}

const AWAY: Act = {
  act: 'away',
  events: [
    { kind: 'switch', task: 'B' },
    { kind: 'switch', task: 'A' },
  ],
};

/** Whether a switch always comes back at once: the other task does nothing, and there is nowhere else to run. */
export const passesBy = ({ tasks, cpus, preempt }: Scope): boolean => tasks === 1 && cpus === 1 && preempt !== 'none';

/** The event whose row an act is; of what kind an interrupt was that ends is not told. */
export function eventOf(act: Act): Event {
  switch (act.act) {
    case 'event':
    case 'switch':
      return act.event;
    case 'away':
      return act.events[0];
    case 'begin':
      return { kind: act.kind, body: [] };
    case 'end':
      return { kind: 'irq', body: [] };
    case 'go-on':
      throw new Error('a call that goes on is a row begun before');
  }
}

/** What an act adds to the length of a program. */
export function costOf(act: Act): number {
  switch (act.act) {
    case 'event':
    case 'switch':
      return lengthOf([act.event]);
    case 'away':
      return 2;
    case 'begin':
      return 1;
    default:
      return 0;
  }
}

/** A move is an act and the statement after which a call that it starts or goes on with is stopped; 0: it is not. */
export const moveOf = (act: number, stop: number): number => act * STOPS + stop;
export const actIn = (move: number): number => Math.floor(move / STOPS);
export const stopIn = (move: number): number => move % STOPS;

/** More than a helper has statements. */
const STOPS = 256;
