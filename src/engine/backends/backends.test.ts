import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Site } from '../backend.ts';
import { contextOf, inInterrupt } from '../machine.ts';
import { ERAS, type Era, type Machine } from '../model.ts';
import { revisions } from '../revisions/index.ts';
import type { CallbackName } from '../statements.ts';
import { anyEvents, frozen, runOf, worldOf } from '../testing.ts';
import { prepare, setupOf, simulatedEra, type World } from '../world.ts';
import { backends } from './index.ts';

const CALLBACKS: readonly CallbackName[] = ['enter', 'leave', 'flush'];

/** Setups of a backend, one for each simulation that it has, with the first revision that meets it. */
const setupsOf = (backend: string) =>
  ERAS.filter((era) => backends.get(backend).eras[era]).flatMap((era) => {
    const found = revisions.all.map(({ id }) => setupOf({ revision: id, backend, era })).find((one) => prepare(one).ok);
    return found ? [found] : [];
  });

function siteOf(world: World, machine: Machine, task: string): Site {
  const site = { machine, task, cpu: machine.here, inInterrupt: inInterrupt(machine), active: false };
  return { ...site, context: contextOf(machine), capacity: world.setup.capacity, range: null };
}

describe.each(backends.all.map((backend) => [backend.id, backend] as const))('%s', (id, backend) => {
  test('says what it holds back, whose state that is and where it is known from', () => {
    expect(backend.title).toMatch(/\S/);
    expect(backend.defers).toMatch(/\.$/);
    expect(backend.where).toMatch(/\S/);
    expect(backend.source).toMatch(/\S/);
    expect(backend.capacity?.real ?? 1).toBeGreaterThan(0);
    for (const sentence of backend.inferred) expect(sentence).toMatch(/^[A-Z0-9].*\.$/);
  });

  test('has at least one era, each of the list, and a later era uses the newest before it', () => {
    const eras = Object.keys(backend.eras);
    expect(eras.length).toBeGreaterThan(0);
    expect(ERAS).toEqual(expect.arrayContaining(eras));
    const last = ERAS.findLast((era) => backend.eras[era]) as Era;
    expect(simulatedEra(backend, 's390')).toBe(last);
  });

  test.each(setupsOf(id))('$revision $era: nothing is held back at rest, and its state is JSON', (setup) => {
    const { simulation, end } = { ...worldOf(setup), end: runOf(setup, []).end };
    expect(simulation.pending(end, 'A')).toBe(0);
    expect(simulation.held(end, 'k0')).toBeNull();
    expect(JSON.parse(JSON.stringify([simulation.task, simulation.cpu]))).toEqual([simulation.task, simulation.cpu]);
  });

  test.each(setupsOf(id))('$revision $era: flush leaves nothing of its task held back, leave flushes too', (setup) => {
    fc.assert(
      fc.property(anyEvents(), (program) => {
        const { world, end } = runOf(setup, program);
        const task = end.cpus[end.here]?.current;
        if (end.over !== null || typeof task !== 'string') return;
        const site = siteOf(world, frozen(end), task);
        const flushed = world.simulation.callback('flush', site);
        const left = world.simulation.callback('leave', site);
        if (!left.ignored) expect(world.simulation.pending(left.machine, task)).toBe(0);
        // Before the series some have an empty flush: nothing generic called it.
        if (flushed.ignored) return;
        expect(world.simulation.pending(flushed.machine, task)).toBe(0);
        const flushes = ({ effects }: typeof left) => effects.filter(({ kind }) => kind === 'flush');
        expect(flushes(left)).toEqual(flushes(flushed));
        expect(flushes(world.simulation.callback('flush', { ...site, machine: flushed.machine }))).toEqual([]);
      }),
      { numRuns: 60 },
    );
  });

  test.each(setupsOf(id))(
    '$revision $era: a callback keeps to its own state, and changes nothing in place',
    (setup) => {
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
          const memory = ({ pages }: Machine) => Object.entries(pages).map(([page, { sets }]) => [page, sets]);
          expect(memory(machine)).toEqual(memory(end));
        }),
        { numRuns: 60 },
      );
    },
  );
});
