import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Program, Setup, Summary } from '../model.ts';
import { initialMachine, type World } from '../setup/world.ts';
import { anyCalls, anyEvents, bh, calls, events, runOf, summariesOf, switchTo, worldOf } from '../testing.ts';
import { execute } from './execute.ts';
import { run, type Trace } from './run.ts';

/** The rows of a flat program without any table: one event after the other. */
function plainRows(world: World, program: Program) {
  const rows: Summary[] = [];
  let machine = initialMachine(world);
  program.forEach((_event, index) => {
    machine = execute(world, machine, program, index, { row: (_path, _part, row) => rows.push(row) });
  });
  return { rows, machine };
}

function expectPlain(trace: Trace) {
  const { rows, machine } = plainRows(trace.world, trace.program);
  expect(summariesOf(trace)).toEqual(rows);
  expect(trace.end).toEqual(machine);
}

const SETUPS: readonly Partial<Setup>[] = [
  ...['pre', 'v3-07', 'v3', 'v4-07', 'v4', 'v6', 'v7.2', 'whatif-saturate', 'whatif-arch-pause'].map((revision) => ({
    revision,
  })),
  ...(['stop', 'off'] as const).map((checks) => ({ revision: 'v4', checks })),
  { revision: 'v3', checks: 'off' },
  { revision: 'v6', checks: 'off' },
  { revision: 'v6', panicOnWarn: true },
  { revision: 'v6', backend: 'none' },
  { revision: 'pre', backend: 'powerpc-hash' },
  { revision: 'v6', backend: 'sparc64' },
  { revision: 'v4', backend: 'xen-pv' },
  { revision: 'v6', backend: 'xen-pv', era: '7.1' },
  { revision: 'v7.2', backend: 'xen-pv' },
  { revision: 'v7.2-ptes', backend: 's390' },
];

describe.each(SETUPS)('$revision $backend $checks $panicOnWarn', (setup) => {
  test('a walk of the table is the execution of every call', () => {
    fc.assert(
      fc.property(anyCalls(), (program) => {
        expectPlain(runOf(setup, program));
      }),
      { numRuns: 40 },
    );
  });

  test('one table serves many runs, and calls that stand between other events', () => {
    const stretch = fc
      .tuple(anyEvents({ depth: 0, maxLength: 3 }), anyCalls({ maxLength: 12 }))
      .map((pair) => pair.flat());
    const world = worldOf(setup);
    fc.assert(
      fc.property(fc.array(stretch, { maxLength: 4 }), (parts) => {
        const trace = run(world, parts.flat());
        const { rows, machine } = plainRows(world, parts.flat());
        expect(summariesOf(trace)).toEqual(rows);
        expect(trace.end).toEqual(machine);
      }),
      { numRuns: 40 },
    );
  });
});

test.each(['v3', 'v4', 'v6'])('deep nesting to the end of a u8 and back in %s', (revision) => {
  expectPlain(
    runOf({ revision, checks: 'off' }, calls('E'.repeat(300) + 'P'.repeat(300) + 'R'.repeat(300) + 'D'.repeat(300))),
  );
});

test.each([
  ['something is held back', events('E k1 EDEDED')],
  ['bottom halves are off', [bh('off'), ...calls('EDEDED'), bh('on'), ...calls('EDED')]],
  ['another task ran before', [...calls('EE'), switchTo('B'), ...calls('EDEDD'), switchTo('A'), ...calls('DDDE')]],
  [
    'another task moves on in between',
    [
      ...calls('EDED'),
      switchTo('B'),
      ...calls('E'),
      switchTo('A'),
      ...calls('EDED'),
      switchTo('B'),
      ...calls('E'),
      switchTo('A'),
      ...calls('EDED'),
    ],
  ],
  ['the same calls come on another CPU', [...calls('EDED'), switchTo('A', 1), ...calls('EDED')]],
])('calls where %s', (_where, program) => {
  expectPlain(runOf({}, program));
});

test('the last section that closes is told from one that another is open around, with the counters alike', () => {
  // The first disable underflows outside any section; the second, of the same state, inside the one that wrapped it back.
  expectPlain(runOf({ checks: 'off' }, calls('PERDEPERD')));
});
