import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { CallbackName } from '../ir/statements.ts';
import { contextOf, EMPTY_PAGE, isInInterrupt, pageId, pageOf, pagesIn } from '../machine.ts';
import { ERAS, type Era, type Machine, type PageId, type Pte } from '../model.ts';
import { revisions } from '../revisions/index.ts';
import { inspect, type Trace } from '../run/run.ts';
import { prepare, setupOf, simulatedEra, type World } from '../setup/world.ts';
import { anyEvents, anyPageEvent, frozen, runOf, summariesOf, worldOf } from '../testing.ts';
import type { Site } from './backend.ts';
import { backends } from './index.ts';
import { entryAfter } from './shared/pages.ts';

const CALLBACKS: readonly CallbackName[] = ['enter', 'leave', 'flush'];

/** Setups of a backend, one for each simulation that it has, with the first revision that meets it. */
const setupsOf = (backend: string) =>
  ERAS.filter((era) => backends.get(backend).eras[era]).flatMap((era) => {
    const found = revisions.all.map(({ id }) => setupOf({ revision: id, backend, era })).find((one) => prepare(one).ok);
    return found ? [found] : [];
  });

function siteOf(world: World, machine: Machine, task: string): Site {
  const site = { machine, task, cpu: machine.here, inInterrupt: isInInterrupt(machine), active: false };
  return { ...site, context: contextOf(machine), capacity: world.setup.capacity, range: null };
}

/** What a page must hold by the words of its operations alone: those that ran, in time order. */
function writtenBy(trace: Trace): Map<PageId, Pte | null> {
  const written = new Map<PageId, Pte | null>();
  const sets = new Map<PageId, number>();
  for (let slot = 0; slot < trace.length; slot++) {
    const { event } = trace.rowAt(slot);
    const { task, outcome } = trace.summaryAt(slot);
    if (event.kind !== 'page' || outcome !== 'done' || task === null) continue;
    const { after } = inspect(trace, slot);
    for (let index = event.page.index; index <= (event.to ?? event.page.index); index++) {
      const id = pageId(after, task, event.page.space, index);
      const memory = written.get(id) ?? null;
      const entry = entryAfter(event.op, { ...EMPTY_PAGE, sets: sets.get(id) ?? 0, memory });
      if (entry === undefined) continue;
      written.set(id, entry);
      if (event.op === 'set') sets.set(id, (sets.get(id) ?? 0) + 1);
    }
  }
  return written;
}

/** The machine after every CPU and every task has flushed. */
function drained(world: World, end: Machine): Machine {
  let machine = end;
  for (let here = 0; here < end.cpus.length; here++) {
    for (const task of Object.keys(end.tasks)) {
      const site = { ...siteOf(world, { ...machine, here }, task), inInterrupt: false };
      ({ machine } = world.simulation.callback('leave', site));
    }
  }
  return machine;
}

describe.each(backends.all.map((backend) => [backend.id, backend] as const))('%s', (id, backend) => {
  test('the backend says what it defers, where its state is and what its sources are', () => {
    expect(backend.title).toMatch(/\S/);
    expect(backend.defers).toMatch(/\.$/);
    expect(backend.where).toMatch(/\S/);
    if (backend.capacity) expect(backend.where).toContain(String(backend.capacity.real));
    expect(backend.source).toMatch(/\S/);
    expect(backend.capacity?.real ?? 1).toBeGreaterThan(0);
  });

  test('the backend has at least one known era, and a later era uses the newest entry before it', () => {
    const eras = Object.keys(backend.eras);
    expect(eras.length).toBeGreaterThan(0);
    expect(ERAS).toEqual(expect.arrayContaining(eras));
    const last = ERAS.findLast((era) => backend.eras[era]) as Era;
    expect(simulatedEra(backend, 's390')).toBe(last);
  });

  test.each(setupsOf(id))('$revision $era: the initial machine has nothing pending, and its state is JSON', (setup) => {
    const { simulation, end } = { ...worldOf(setup), end: runOf(setup, []).end };
    expect(simulation.pending(end, 'A')).toBe(0);
    expect(simulation.describePending(end, 'k0')).toBeNull();
    expect(JSON.parse(JSON.stringify([simulation.task, simulation.cpu]))).toEqual([simulation.task, simulation.cpu]);
  });

  test.each(setupsOf(id))('$revision $era: flush and leave leave nothing pending for their task', (setup) => {
    fc.assert(
      fc.property(anyEvents(), (program) => {
        const { world, end } = runOf(setup, program);
        const task = end.cpus[end.here]?.current;
        if (end.over !== null || typeof task !== 'string') return;
        const site = siteOf(world, frozen(end), task);
        const flushed = world.simulation.callback('flush', site);
        const left = world.simulation.callback('leave', site);
        if (!left.ignored) expect(world.simulation.pending(left.machine, task)).toBe(0);
        // Before the series some have an empty flush: nothing generic called it. In interrupt no helper gets that far.
        if (flushed.ignored || site.inInterrupt) return;
        expect(world.simulation.pending(flushed.machine, task)).toBe(0);
        const flushes = ({ effects }: typeof left) => effects.filter(({ kind }) => kind === 'flush');
        expect(flushes(left)).toEqual(flushes(flushed));
        expect(flushes(world.simulation.callback('flush', { ...site, machine: flushed.machine }))).toEqual([]);
      }),
      { numRuns: 60 },
    );
  });

  test.each(setupsOf(id))('$revision $era: no update is ever lost', (setup) => {
    fc.assert(
      fc.property(anyEvents({ maxLength: 20 }), (program) => {
        const trace = runOf({ ...setup, capacity: 3 }, program);
        // What a store overtook is lost, and says so.
        const overtaken = new Set(
          summariesOf(trace).flatMap(({ findings }) =>
            findings.flatMap(({ rule, values }) => (rule === 'overtaken-update' ? [values.page] : [])),
          ),
        );
        const machine = drained(trace.world, trace.end);
        for (const [page, entry] of writtenBy(trace)) {
          if (!overtaken.has(page)) expect([page, pageOf(machine, page).memory]).toEqual([page, entry]);
          expect(trace.world.simulation.describePending(machine, page)).toBeNull();
        }
      }),
      { numRuns: 60 },
    );
  });

  test.each(setupsOf(id))('$revision $era: the pending updates of a CPU are those of its task', (setup) => {
    fc.assert(
      fc.property(anyEvents(), (program) => {
        const { world, end } = runOf(setup, program);
        const { pending, pendingOn } = world.simulation;
        end.cpus.forEach(({ current }, cpu) => {
          if (current !== null) expect(pendingOn(end, cpu)).toBe(pending(end, current));
          if (backend.holder === 'nobody') expect(pendingOn(end, cpu)).toBe(0);
        });
      }),
      { numRuns: 60 },
    );
  });

  test.each(setupsOf(id))(
    '$revision $era: a simulation gives the same answer twice, also for a machine restored from JSON',
    (setup) => {
      fc.assert(
        fc.property(anyEvents(), fc.constantFrom(...CALLBACKS), anyPageEvent, (program, name, event) => {
          const { world, end } = runOf(setup, program);
          const task = end.cpus[end.here]?.current;
          if (typeof task !== 'string') return;
          const { simulation } = world;
          const answers = (machine: Machine) => [
            simulation.callback(name, siteOf(world, machine, task)),
            simulation.page(event, event.page.index, siteOf(world, machine, task)),
            simulation.tlb('flush-tlb', siteOf(world, machine, task)),
            simulation.tlb('gather-flush', siteOf(world, machine, task)),
            simulation.registers(machine, task, 4),
            simulation.pending(machine, task),
            simulation.pendingOn(machine, end.here),
          ];
          const once = answers(frozen(end));
          expect(JSON.parse(JSON.stringify(end))).toEqual(end);
          expect(JSON.parse(JSON.stringify(once))).toEqual(once);
          expect(answers(JSON.parse(JSON.stringify(end)))).toEqual(once);
        }),
        { numRuns: 40 },
      );
    },
  );

  test.each(setupsOf(id))('$revision $era: a callback leaves the generic state alone and mutates nothing', (setup) => {
    fc.assert(
      fc.property(anyEvents(), fc.constantFrom(...CALLBACKS), (program, name) => {
        const { world, end } = runOf(setup, program);
        const task = end.cpus[end.here]?.current;
        if (typeof task !== 'string') return;
        const { machine } = world.simulation.callback(name, siteOf(world, frozen(end), task));
        const generic = ({ tasks, here, once, over }: Machine) => ({
          here,
          once,
          over,
          tasks: Object.entries(tasks).map(([key, { arch: _arch, ...rest }]) => [key, rest]),
        });
        expect(generic(machine)).toEqual(generic(end));
        const memory = (machine: Machine) => pagesIn(machine).map(([page, { sets }]) => [page, sets]);
        expect(memory(machine)).toEqual(memory(end));
      }),
      { numRuns: 60 },
    );
  });
});
