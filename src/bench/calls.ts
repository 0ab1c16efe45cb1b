import type { CallEvent, Helper } from '../engine/model.ts';
import { createRandom, drawFrom, type Random } from '../lib/random.ts';

/** A reproducible program of plain helper calls. */
export interface CallMix {
  readonly id: string;
  readonly title: string;
  make(count: number): Helper[];
}

export const CALLED_HELPERS: readonly Helper[] = ['enable', 'disable', 'pause', 'resume'];

/** One object per helper, as an editor that repeats calls would share them. */
const EVENTS = Object.fromEntries(CALLED_HELPERS.map((helper) => [helper, { kind: 'call', helper }])) as Record<
  Helper,
  CallEvent
>;

export const callEvent = (helper: Helper): CallEvent => EVENTS[helper];

export const callMixes: readonly CallMix[] = [
  { id: 'A', title: 'mix A: uniform random calls', make: (count) => randomCalls(count, createRandom(1)) },
  { id: 'B', title: 'mix B: 97 % legal, nested', make: (count) => nestedCalls(count, createRandom(2)) },
];

const anyOf = (random: Random): Helper => drawFrom(random, CALLED_HELPERS);

const randomCalls = (count: number, random: Random): Helper[] => Array.from({ length: count }, () => anyOf(random));

const DEEPEST = 6;

/** Nested calls, 3 in 100 of them replaced by random ones. */
function nestedCalls(count: number, random: Random): Helper[] {
  const open: ('enable' | 'pause')[] = [];
  const calls: Helper[] = [];
  while (calls.length < count) {
    if (random(100) < 3) {
      calls.push(anyOf(random));
      continue;
    }
    const opens = open.length === 0 || (open.length < DEEPEST && random(2) === 0);
    const call = opens ? (random(4) === 0 ? 'pause' : 'enable') : open.pop() === 'pause' ? 'resume' : 'disable';
    if (call === 'enable' || call === 'pause') open.push(call);
    calls.push(call);
  }
  return calls;
}
