import { describe, expect, test } from 'vitest';
import { backends } from '../backends/index.ts';
import { type Expr, fieldsIn, fitToType as fitted, type Statement } from '../ir/statements.ts';
import type { Machine } from '../model.ts';
import { ERAS } from '../model.ts';
import { execute } from '../run/execute.ts';
import { findRevision, initialMachine, prepare, setupOf } from '../setup/world.ts';
import { calls, worldOf } from '../testing.ts';
import { revisions } from './index.ts';

const DEPTH = 6;
const program = calls('EDPR');

/** Every machine that calls alone can reach in so many steps. */
function reach(choice: Parameters<typeof worldOf>[0]): Machine[] {
  const world = worldOf(choice);
  const seen = new Map([[JSON.stringify(initialMachine(world)), initialMachine(world)]]);
  let frontier = [...seen.values()];
  for (let depth = 0; depth < DEPTH; depth++) {
    const next: Machine[] = [];
    for (const machine of frontier) {
      for (let call = 0; call < program.length; call++) {
        const after = execute(world, machine, program, call, { row: () => undefined });
        const key = JSON.stringify(after);
        if (!seen.has(key)) next.push(after);
        seen.set(key, after);
      }
    }
    frontier = next;
  }
  return [...seen.values()];
}

const statementsIn = (statements: readonly Statement[]): Statement[] =>
  statements.flatMap((one) =>
    one.kind === 'if' ? [one, ...statementsIn(one.then), ...statementsIn(one.else)] : [one],
  );

function fieldsOf(statement: Statement): string[] {
  switch (statement.kind) {
    case 'check':
    case 'if':
      return fieldsIn(statement.condition);
    case 'assign':
      return [statement.field, ...fieldsIn(statement.value)];
    case 'bump':
      return [statement.bump.field];
    default:
      return [];
  }
}

describe.each(revisions.all.map((revision) => [revision.id, revision] as const))('%s', (id, revision) => {
  test('the revision has a title, a source and a description', () => {
    expect(revision.title).toMatch(/\S/);
    expect(revision.changed).toMatch(/\.$/);
    expect(revision.source.subject).toMatch(/\S/);
    expect(revision.source.ref).toMatch(/\S/);
    if (revision.date !== null) expect(new Date(revision.date).toISOString().slice(0, 10)).toBe(revision.date);
  });

  test('the revision has the four helpers and uses only fields that it defines', () => {
    expect(Object.keys(revision.helpers)).toEqual(expect.arrayContaining(['enable', 'disable', 'pause', 'resume']));
    const known = revision.fields.map(({ name }) => name);
    const queries: Expr[] = revision.active ? [revision.active.task, revision.active.here] : [];
    const named = [
      ...Object.values(revision.helpers).flatMap((body) => statementsIn(body).flatMap(fieldsOf)),
      ...queries.flatMap(fieldsIn),
    ];
    expect(named.filter((name) => !known.includes(name))).toEqual([]);
  });

  test('every check has its own reason, as a sentence', () => {
    const reasons = Object.values(revision.helpers).flatMap((body) =>
      statementsIn(body).flatMap((one) => (one.kind === 'check' ? [one.reason] : [])),
    );
    for (const reason of reasons) expect(reason).toMatch(/^\w+\(\) must .*\.$/);
    expect(new Set(reasons).size).toBe(reasons.length);
  });

  test('the labels of its fields are unique', () => {
    for (const key of ['name', 'label', 'short'] as const) {
      const names = revision.fields.map((one) => one[key]);
      expect(new Set(names).size).toBe(names.length);
    }
  });

  test('the revision meets at least one era, each once', () => {
    expect(revision.meets.length).toBeGreaterThan(0);
    expect(ERAS).toEqual(expect.arrayContaining([...revision.meets]));
    expect(new Set(revision.meets).size).toBe(revision.meets.length);
  });

  test('its statements are numbered from 1 without a gap, and each is listed once', () => {
    for (const code of Object.values(worldOf({ revision: id }).codes)) {
      const wanted = Array.from({ length: code.statements }, (_, i) => i + 1);
      const numbers = code.instructions.flatMap((one) => ('number' in one ? [one.number] : []));
      expect([...numbers].sort((a, b) => a - b)).toEqual(wanted);
      expect(code.listing.flatMap(({ statements }) => statements)).toEqual(wanted);
    }
  });

  test('all jumps stay inside the helper, which ends with a return', () => {
    for (const { instructions } of Object.values(worldOf({ revision: id }).codes)) {
      const targets = instructions.flatMap((one) =>
        one.op === 'goto' ? [one.to] : one.op === 'branch' ? [one.otherwise] : [],
      );
      expect(targets.filter((to) => !(to >= 0 && to < instructions.length))).toEqual([]);
      expect(instructions.at(-1)?.op).toBe('return');
    }
  });

  for (const backend of backends.all) {
    for (const era of revision.meets) {
      const choice = { revision: id, backend: backend.id, era };
      test.runIf(prepare(setupOf(choice)).ok)(
        `every call sequence to length ${DEPTH} runs on ${backend.id} ${era}`,
        () => {
          const machines = reach(choice);
          const { fields } = worldOf(choice).revision;
          for (const { tasks, here } of machines) {
            expect(here).toBe(0);
            const values = tasks.A?.fields ?? {};
            expect(Object.keys(values)).toEqual(fields.map(({ name }) => name));
            for (const { name, type } of fields) expect(values[name]).toBe(fitted(type, values[name] ?? -1));
          }
          expect(machines.length).toBeGreaterThan(1);
        },
      );
    }
  }
});

test('no name and no alias stands for two revisions', () => {
  const names = revisions.all.flatMap(({ id, aliases }) => [id, ...aliases]);
  expect(names.filter((name, i) => names.indexOf(name) !== i)).toEqual([]);
  for (const { id, aliases } of revisions.all) {
    for (const alias of aliases) expect(findRevision(alias)?.id).toBe(id);
  }
});

test('the built-in revisions exist', () => {
  expect(revisions.ids).toEqual(
    expect.arrayContaining([
      ...['pre', 'v3-07', 'v3', 'v4-07', 'v4', 'v6', 'v7.2'],
      ...['whatif-no-inner-flush', 'whatif-saturate', 'whatif-arch-pause'],
    ]),
  );
  expect(['v5', '7.0', '7.1'].map((alias) => findRevision(alias)?.id)).toEqual(['v6', 'v6', 'v6']);
});
