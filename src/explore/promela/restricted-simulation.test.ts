import { expect, test } from 'vitest';
import type { Simulation } from '../../engine/backends/backend.ts';
import { openCallsOf, pageOf, withTask } from '../../engine/machine.ts';
import type { World } from '../../engine/setup/world.ts';
import { page, worldOf } from '../../engine/testing.ts';
import { scopeOf } from '../queries/testing.ts';
import { buildAutomaton } from './automaton.ts';

const scope = scopeOf('ED', { alphabet: [page('set', 'k1')], interrupts: 'calls' });

/** An architecture with another `leave` callback. */
function leaving(callback: Simulation['callback']): World {
  const world = worldOf();
  const { simulation } = world;
  return {
    ...world,
    simulation: {
      ...simulation,
      callback: (name, site) => (name === 'leave' ? callback : simulation.callback)(name, site),
    },
  };
}

test('an architecture that reads only columns has a table', () => {
  const table = buildAutomaton(worldOf(), scopeOf('ED', { alphabet: [page('set', 'k1')] }), null);
  expect(table.ok && table.value.states).toEqual([
    'at rest',
    'k1 in memory 1, translation none',
    'TIF_LAZY_MMU_PENDING 1; k1 in memory 1, translation none, barriers pending',
    'TIF_LAZY_MMU_PENDING 1; k1 in memory 1, translation none',
  ]);
});

test.each<[string, Simulation['callback'], string]>([
  [
    'what its caller has open',
    (_, { machine }) => ({ machine, effects: [], ...(openCallsOf(machine).enables.length > 1 && { ignored: true }) }),
    'the architecture reads "open calls"',
  ],
  [
    'a counter of the helpers',
    (_, { machine, task }) => ({
      machine,
      effects: [],
      ...((machine.tasks[task]?.fields.enable_count ?? 0) > 1 && { ignored: true }),
    }),
    'the architecture reads "fields"',
  ],
  [
    'whether the task has entered',
    (_, { machine, task }) => ({ machine, effects: [], ...(machine.tasks[task]?.entered && { ignored: true }) }),
    'the architecture reads whether a task has entered',
  ],
  [
    'which checks have printed',
    (_, { machine }) => ({ machine, effects: [], ...(machine.once.includes('enable.2') && { ignored: true }) }),
    'the architecture reads "once"',
  ],
])('an architecture that reads %s has no table', (_, callback, message) => {
  const table = buildAutomaton(leaving(callback), scope, null);
  expect(table.ok ? '' : table.error).toContain(`arm64 cannot be modelled: ${message}`);
});

test('an architecture that changes state of others has no table', () => {
  const world = leaving((_, { machine, task }) => ({
    machine: withTask(machine, task, { entered: true, fields: {} }),
    effects: [],
  }));
  expect(buildAutomaton(world, scope, null)).toMatchObject({
    ok: false,
    error: expect.stringContaining('changes "fields"'),
  });
});

test('an architecture may read pages', () => {
  const world = leaving((_, { machine }) => ({
    machine,
    effects: [],
    ...(pageOf(machine, 'k1').memory !== null && { ignored: true }),
  }));
  expect(buildAutomaton(world, scope, null)).toMatchObject({ ok: true });
});
