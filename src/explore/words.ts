import type { Setup } from '../engine/model.ts';
import { printEvent } from '../notation/print.ts';
import type { Scope } from './scope.ts';
import type { Verdict } from './space.ts';

/** `v6 on xen-pv 7.0`. */
export const setupText = ({ revision, backend, era }: Pick<Setup, 'revision' | 'backend' | 'era'>): string =>
  `${revision} on ${backend} ${era}`;

/** What is searched, in a line. */
export function scopeText({ alphabet, callers, tasks, cpus, interrupts, kinds, preempt }: Scope): string {
  return [
    `${typeof callers === 'string' ? `${callers} callers` : `callers legal in ${callers.legal}`}`,
    alphabet.map(printEvent).join(', '),
    ...(tasks > 1 ? [`${tasks} tasks`] : []),
    ...(cpus > 1 ? [`${cpus} CPUs`] : []),
    ...(interrupts === 'none' ? [] : [`${kinds.join(' and ')} between ${interrupts}`]),
    ...(preempt === 'none' ? [] : [`preemption between ${preempt}`]),
  ].join('; ');
}

/** `1 state`, `65536 states`. */
export const statesText = (states: number): string => `${states} state${states === 1 ? '' : 's'}`;

/** At what a search stopped that came to no verdict. */
export function stoppedAt({ by, states }: Verdict & { readonly verdict: 'bounded' }): string {
  switch (by) {
    case 'length':
      return 'the longest programs that were asked for';
    case 'states':
      return `${statesText(states)}, which is more than was asked for`;
    case 'cancelled':
      return 'a request';
  }
}
