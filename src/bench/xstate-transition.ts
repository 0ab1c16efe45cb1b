import { assign, initialTransition, setup, transition } from 'xstate';
import type { Helper } from '../engine/model.ts';
import { CALLED_HELPERS } from './calls.ts';
import { INITIAL_STATE, reduceCall } from './object-per-step.ts';
import type { CallEffect, Variant } from './variant.ts';

const machine = setup({
  types: { context: {} as CallEffect, events: {} as { readonly type: Helper } },
  actions: { call: assign(({ context, event }) => reduceCall(context, event.type)) },
}).createMachine({
  context: INITIAL_STATE,
  on: {
    enable: { actions: 'call' },
    disable: { actions: 'call' },
    pause: { actions: 'call' },
    resume: { actions: 'call' },
  },
});

const EVENTS = Object.fromEntries(CALLED_HELPERS.map((type) => [type, { type }])) as Record<
  Helper,
  { readonly type: Helper }
>;

/** XState's pure transition function, with the counters in the context and every snapshot kept. */
export const xstateTransition: Variant = {
  title: 'XState transition()',
  prepare(calls) {
    const events = calls.map((call) => EVENTS[call]);
    return () => {
      let [snapshot] = initialTransition(machine);
      const snapshots = events.map((event) => {
        [snapshot] = transition(machine, snapshot, event);
        return snapshot;
      });
      return { length: snapshots.length, at: (index) => (snapshots[index] as typeof snapshot).context };
    };
  },
};
