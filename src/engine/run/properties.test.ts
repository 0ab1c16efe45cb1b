/** Properties of the executor, the run and the rules that hold for every program. */
import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { fitToType as fitted } from '../ir/statements.ts';
import type { Event, Machine, Program, Setup, Summary } from '../model.ts';
import { initialMachine, type World } from '../setup/world.ts';
import { anyEvents, calls, findingsOf, frozen, gatherFlush, page, runOf, summariesOf, worldOf } from '../testing.ts';
import { execute } from './execute.ts';
import { run } from './run.ts';

const SETUPS: readonly Partial<Setup>[] = [
  ...['pre', 'v3-07', 'v3', 'v4-07', 'v4', 'v6', 'v7.2'].map((revision) => ({ revision })),
  { revision: 'v4', checks: 'off' },
  { revision: 'v6', panicOnWarn: true },
  { revision: 'v6', backend: 'none' },
  ...['powerpc-hash', 'powerpc-radix', 'sparc64', 'xen-pv'].flatMap((backend) => [
    { revision: 'pre', backend },
    { revision: 'v6', backend },
  ]),
  { revision: 'v4', backend: 'powerpc-hash' },
  { revision: 'v6', backend: 'xen-pv', era: '7.1' },
  { revision: 'v7.2', backend: 'xen-pv' },
  { revision: 'v7.2-ptes', backend: 's390' },
  { revision: 'v7.2-ptes', backend: 'xen-pv', capacity: 2 },
];
const anySetup = fc.constantFrom(...SETUPS);

/** Runs events `from` … of a program one by one, letting `between` replace the machine before each. */
function walk(world: World, program: Program, from: number, start: Machine, between = (machine: Machine) => machine) {
  const rows: Summary[] = [];
  let machine = start;
  for (let i = from; i < program.length; i++) {
    machine = execute(world, between(machine), program, i, { row: (_path, _part, row) => rows.push(row) });
  }
  return { rows, machine };
}

describe('balanced programs end where they began, without a finding', () => {
  const stores = fc.constantFrom<Event>(page('set', 'k0'), page('set', 0), page('clear', 'k0'), page('read', 'k0'));
  const [enable, disable, pause, resume] = calls('EDPR') as [Event, Event, Event, Event];

  /** Sections and pauses nested at will, with stores anywhere. */
  const nested = fc.letrec<{ list: Event[]; one: Event[] }>((tie) => ({
    list: fc.array(tie('one'), { maxLength: 4, depthIdentifier: 'nesting' }).map((parts) => parts.flat()),
    one: fc.oneof(
      { depthIdentifier: 'nesting', maxDepth: 5 },
      stores.map((store) => [store]),
      tie('list').map((inner) => [enable, ...inner, disable]),
      tie('list').map((inner) => [pause, ...inner, resume]),
    ),
  })).list;

  /** Pauses only inside a section, and no call while paused: the contract of v3 and v4. */
  const legal = fc.letrec<{ list: Event[]; section: Event[] }>((tie) => ({
    list: fc
      .array(
        fc.oneof(
          stores.map((store) => [store]),
          tie('section'),
        ),
        { maxLength: 4 },
      )
      .map((parts) => parts.flat()),
    section: fc
      .array(
        fc.oneof(
          { maxDepth: 4, depthIdentifier: 'sections' },
          stores.map((store) => [store]),
          stores.map((store) => [pause, store, resume]),
          tie('section'),
        ),
        { maxLength: 4 },
      )
      .map((parts) => [enable, ...parts.flat(), disable]),
  })).list;

  const atRest = ({ tasks, cpus, once, over }: Machine) => ({
    task: { ...tasks.A, openCalls: null },
    cpus,
    once,
    over,
  });

  test.each(['v6', 'v7.2', 'whatif-arch-pause'])('%s: sections and pauses nest freely', (revision) => {
    fc.assert(
      fc.property(nested, (program) => {
        const trace = runOf({ revision }, program);
        expect(atRest(trace.end)).toEqual(atRest(runOf({ revision }, []).end));
        expect(trace.end.tasks.A?.openCalls).toEqual({ enables: [], pauses: [] });
        expect(findingsOf(trace)).toEqual([]);
      }),
    );
  });

  test.each(['v3-07', 'v3', 'v4-07', 'v4', 'v6', 'v7.2'])('%s: what v3 allows is allowed', (revision) => {
    fc.assert(
      fc.property(legal, (program) => {
        const trace = runOf({ revision }, program);
        expect(atRest(trace.end)).toEqual(atRest(runOf({ revision }, []).end));
        expect(findingsOf(trace)).toEqual([]);
      }),
    );
  });

  const calm = fc.constantFrom<Event>(page('set', 0), page('clear', 1), gatherFlush);
  const sections = fc.letrec<{ list: Event[]; one: Event[] }>((tie) => ({
    list: fc.array(tie('one'), { maxLength: 4, depthIdentifier: 'sections' }).map((parts) => parts.flat()),
    one: fc.oneof(
      { depthIdentifier: 'sections', maxDepth: 5 },
      calm.map((store) => [store]),
      tie('list').map((inner) => [enable, ...inner, disable]),
      tie('list').map((inner) => [enable, ...inner, pause, resume, disable]),
    ),
  })).list;

  test.each([
    ['v6', 'powerpc-hash', '7.0'],
    ['v6', 'powerpc-radix', '7.0'],
    ['v6', 'sparc64', '7.1'],
    ['v6', 'xen-pv', '7.0'],
    ['v7.2', 'xen-pv', '7.2'],
    ['v7.2-ptes', 's390', 's390'],
  ] as const)('%s on %s %s: preemption, queues and modes are at rest again', (revision, backend, era) => {
    fc.assert(
      fc.property(sections, (program) => {
        const trace = runOf({ revision, backend, era }, program);
        expect(atRest(trace.end)).toEqual(atRest(runOf({ revision, backend, era }, []).end));
        // Without a range s390 batches nothing, and says so.
        expect(findingsOf(trace).filter((line) => !line.endsWith('batching-lost'))).toEqual([]);
      }),
    );
  });

  test('before the series a section without another inside it is, too', () => {
    const flat = fc
      .array(fc.array(stores, { maxLength: 3 }))
      .map((parts) => parts.flatMap((p) => [enable, ...p, disable]));
    fc.assert(
      fc.property(flat, (program) => {
        const trace = runOf({ revision: 'pre' }, program);
        expect(atRest(trace.end)).toEqual(atRest(runOf({ revision: 'pre' }, []).end));
        expect(findingsOf(trace)).toEqual([]);
      }),
    );
  });
});

describe('a run', () => {
  test('of p and then q is the run of p ++ q', () => {
    fc.assert(
      fc.property(anySetup, anyEvents(), anyEvents(), (setup, p, q) => {
        const world = worldOf(setup);
        const first = run(world, p);
        const whole = run(world, [...p, ...q]);
        const second = walk(world, [...p, ...q], p.length, first.end);
        expect([...summariesOf(first), ...second.rows]).toEqual(summariesOf(whole));
        expect(second.machine).toEqual(whole.end);
      }),
    );
  });

  test('the same program gives the same run every time', () => {
    fc.assert(
      fc.property(anySetup, anyEvents(), (setup, program) => {
        const once = runOf(setup, program);
        const again = runOf(setup, program);
        expect(JSON.stringify(again.end)).toBe(JSON.stringify(once.end));
        expect(JSON.stringify(summariesOf(again))).toBe(JSON.stringify(summariesOf(once)));
      }),
    );
  });

  test('a run changes neither its program nor its world nor a machine', () => {
    fc.assert(
      fc.property(anySetup, anyEvents(), (setup, program) => {
        const world = worldOf(setup);
        for (const part of [world.codes, world.setup, world.active, world.revision]) frozen(part);
        const given = frozen(program);
        const { rows } = walk(world, given, 0, frozen(initialMachine(world)), frozen);
        expect(rows).toEqual(summariesOf(run(world, given)));
      }),
    );
  });

  test('a run continues from a machine that was stored as JSON', () => {
    fc.assert(
      fc.property(anySetup, anyEvents(), (setup, program) => {
        const world = worldOf(setup);
        const stored = walk(world, program, 0, initialMachine(world), (machine) => JSON.parse(JSON.stringify(machine)));
        const { rows, machine } = walk(world, program, 0, initialMachine(world));
        expect(stored.rows).toEqual(rows);
        expect(stored.machine).toEqual(machine);
        expect(JSON.parse(JSON.stringify(machine))).toEqual(machine);
        expect(JSON.parse(JSON.stringify(rows))).toEqual(rows);
      }),
    );
  });

  test('every field stays within its type', () => {
    fc.assert(
      fc.property(anySetup, anyEvents(), (setup, program) => {
        const trace = runOf(setup, program);
        for (const { task, fields, others, callbacks } of summariesOf(trace)) {
          for (const values of [
            ...(task === null ? [] : [fields]),
            ...Object.values(others),
            ...callbacks.map(({ fields: saw }) => saw),
          ]) {
            for (const { name, type } of trace.world.revision.fields) {
              expect(values[name]).toBe(fitted(type, values[name] ?? -1));
            }
          }
        }
      }),
    );
  });

  test('is not changed by an event that is switched off', () => {
    const withoutOff = (events: readonly Event[]): Event[] =>
      events.flatMap((event): Event[] => {
        if (event.off) return [];
        if (event.kind === 'irq' || event.kind === 'softirq') return [{ ...event, body: withoutOff(event.body) }];
        if (event.kind !== 'call' || !event.inside) return [event];
        return [{ ...event, inside: event.inside.map((block) => ({ ...block, events: withoutOff(block.events) })) }];
      });
    const loud = (program: Program, setup: Partial<Setup>) =>
      summariesOf(runOf(setup, program)).filter(({ outcome }) => outcome !== 'silent');
    fc.assert(
      fc.property(anySetup, anyEvents(), (setup, program) => {
        expect(loud(program, setup)).toEqual(loud(withoutOff(program), setup));
      }),
    );
  });

  test('leaves the machine as it was where a row is skipped', () => {
    fc.assert(
      fc.property(anySetup, anyEvents(), (setup, program) => {
        const world = worldOf(setup);
        let before = initialMachine(world);
        program.forEach((_event, index) => {
          execute(world, before, program, index, {
            row(_path, _part, { outcome }, after) {
              if (outcome === 'skipped') expect(after).toEqual(before);
              before = after;
            },
          });
        });
      }),
    );
  });

  test('of helpers whose option is off leaves no trace of them', () => {
    fc.assert(
      fc.property(anyEvents(), (program) => {
        const rows = summariesOf(runOf({ backend: 'none' }, program));
        const seen = rows.flatMap(({ callbacks, checks, fields }) => [...callbacks, ...checks, ...Object.keys(fields)]);
        expect(seen).toEqual([]);
      }),
    );
  });

  test('of the two revisions that mean the same is the same, but for statement numbers', () => {
    const flat = anyEvents({ depth: 0 });
    fc.assert(
      fc.property(flat, (program) => {
        const told = (revision: string) =>
          summariesOf(runOf({ revision }, program)).map(({ findings, checks, callbacks, ...rest }) => ({
            ...rest,
            findings: findings.map(({ rule, clause, values }) => ({ rule, clause, values })),
            checks: checks.map(({ statement: _number, ...check }) => check),
            callbacks: callbacks.map(({ statement: _number, ...callback }) => callback),
          }));
        expect(told('v7.2')).toEqual(told('v6'));
      }),
    );
  });
});

describe('callbacks, whatever the revision', () => {
  test('after a flush or a leave that ran to its end nothing of that task is held back', () => {
    fc.assert(
      fc.property(anySetup, anyEvents(), (setup, program) => {
        const world = worldOf(setup);
        let machine = initialMachine(world);
        program.forEach((_event, index) => {
          machine = execute(world, machine, program, index, {
            row: () => undefined,
            moment({ what, says, task, machine: now }) {
              if (what !== 'callback' || task === null || !/arch_(flush|leave)\(\)$/.test(says)) return;
              expect(world.simulation.pending(now, task)).toBe(0);
            },
          });
        });
      }),
    );
  });
});
