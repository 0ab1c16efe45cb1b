import type { Helper } from '../engine/model.ts';
import { assertNever } from '../lib/assert.ts';
import type { CallEffect, Variant } from './variant.ts';

export const INITIAL_STATE: CallEffect = { enable_count: 0, pause_count: 0, callback: null, held: false };

/** The helpers of v6 as a plain reducer: a state goes in, a new state comes out. */
export function reduceCall(state: CallEffect, call: Helper): CallEffect {
  const { enable_count, pause_count } = state;
  switch (call) {
    case 'enable':
      if (pause_count > 0) return { enable_count, pause_count, callback: null, held: false };
      return {
        enable_count: (enable_count + 1) & 255,
        pause_count,
        callback: enable_count === 0 ? 'enter' : null,
        held: enable_count === 255,
      };
    case 'disable':
      if (pause_count > 0) return { enable_count, pause_count, callback: null, held: false };
      return {
        enable_count: (enable_count - 1) & 255,
        pause_count,
        callback: enable_count === 1 ? 'leave' : 'flush',
        held: enable_count === 0,
      };
    case 'pause':
      return {
        enable_count,
        pause_count: (pause_count + 1) & 255,
        callback: pause_count === 0 && enable_count > 0 ? 'leave' : null,
        held: pause_count === 255,
      };
    case 'resume':
      return {
        enable_count,
        pause_count: (pause_count - 1) & 255,
        callback: pause_count === 1 && enable_count > 0 ? 'enter' : null,
        held: pause_count === 0,
      };
    default:
      return assertNever(call);
  }
}

/** A reducer that keeps every state: the simplest possible implementation. */
export const objectPerStep: Variant = {
  title: 'one object per step',
  prepare: (calls) => () => {
    const states: CallEffect[] = [];
    let state = INITIAL_STATE;
    for (const call of calls) {
      state = reduceCall(state, call);
      states.push(state);
    }
    return { length: states.length, at: (index) => states[index] as CallEffect };
  },
};
