import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Program, Setup } from '../../engine/model.ts';
import { calls, events, irq, page, worldOf } from '../../engine/testing.ts';
import { arbitraryProgram, forAll } from '../../notation/arbitrary.ts';
import { compareRuns } from './compare.ts';
import { columnHeadings } from './names.ts';

const of = (program: Program, ...setups: Partial<Setup>[]) => compareRuns(setups.map(worldOf), program);
const revisionsOf = (program: Program, ...revisions: string[]) =>
  of(program, ...revisions.map((revision) => ({ revision })));
/** `3: v4 warns and increments the count; v6 ignores the call` of every row that is marked. */
const told = (comparison: ReturnType<typeof of>) =>
  comparison.rows.filter(({ words }) => words !== null).map(({ number, words }) => `${number}: ${words}`);

describe('known differences', () => {
  test('one enable and its disable differ only internally, because fields have other names', () => {
    const { rows, marked } = revisionsOf(calls('ED'), 'v3', 'v4', 'v6');
    expect(rows.map(({ difference }) => difference)).toEqual(['inside', 'inside']);
    expect(marked).toEqual([]);
  });

  test('v3 and v4 warn about an enable inside a pause and count it, v6 ignores it', () => {
    const comparison = revisionsOf(calls('EPEDRD'), 'v4', 'v6', 'v3');
    expect(comparison.marked).toEqual([3, 4]);
    expect(told(comparison)).toEqual([
      '3: v4 (v3 too) warns and increments the count; v6 ignores the call',
      '4: v4 (v3 too) warns, decrements the count and calls arch_flush(); v6 ignores the call',
    ]);
    expect(comparison.columns.map(({ judged }) => judged.verdict)).toEqual(['warns', 'ignored', 'warns']);
  });

  test('v4 warns about a pause outside any section and switches the mode on, v6 increments the count', () => {
    expect(told(revisionsOf(calls('PR'), 'v4', 'v6'))).toEqual([
      '1: v4 warns and calls arch_leave(); v6 increments the count',
      '2: v4 warns, sets active and calls arch_enter(), active after it; v6 decrements the count, not active after it',
    ]);
  });

  test('one disable too many ends the run of v3-07 in a BUG, and v6 continues', () => {
    const comparison = revisionsOf(calls('EDDE'), 'v3-07', 'v6');
    expect(told(comparison)).toEqual([
      '3: v3-07 hits a BUG and stops; v6 warns, decrements the count and calls arch_flush(), active after it',
      '4: v3-07 does not reach this row; v6 warns and increments the count',
    ]);
    expect(comparison.rows[3]?.cells[0]?.happened).toBeNull();
    expect(comparison.columns.map(({ judged }) => judged.verdict)).toEqual(['bug', 'warns']);
  });

  test('the same calls on another architecture differ only in their updates', () => {
    const comparison = of(events('E k1 D'), { backend: 'arm64' }, { backend: 'xen-pv' });
    expect(comparison.rows.map(({ difference }) => difference)).toEqual(['none', 'updates', 'updates']);
    expect(comparison.rows[1]?.words).toBe(
      'arm64: stored immediately, barriers deferred (dsb+isb), 1 pending; xen-pv: 1 update queued (mmu_update), 1 pending',
    );
  });

  test('a revision without the query of the mode does not differ in its answer', () => {
    const { rows } = revisionsOf([...calls('E'), page('set', 'k1')], 'pre', 'v6');
    expect(rows.map(({ difference }) => difference)).toEqual(['inside', 'inside']);
  });

  test('a check that prints in only one of two columns makes the row differ', () => {
    const off = of(calls('D'), { revision: 'v6' }, { revision: 'v6', checks: 'off' });
    expect(off.rows[0]?.difference).toBe('outside');
  });
});

describe('columns', () => {
  test('a column is named by what differs from the others', () => {
    const names = (...setups: Partial<Setup>[]) => columnHeadings(setups.map(worldOf)).map(({ name }) => name);
    expect(names({ revision: 'v6' }, { revision: 'v4' })).toEqual(['v6', 'v4']);
    expect(names({ backend: 'xen-pv' }, { backend: 'arm64' })).toEqual(['xen-pv', 'arm64']);
    expect(names({ backend: 'xen-pv' }, { revision: 'v4' })).toEqual(['v6 on xen-pv', 'v4 on arm64']);
    expect(names({ backend: 'xen-pv' }, { backend: 'xen-pv', era: '7.1' })).toEqual(['v6 at 7.0', 'v6 at 7.1']);
  });

  test('a column has the subject and date of its revision', () => {
    const [head] = columnHeadings([worldOf({ revision: 'v4' })]);
    expect(head?.subject).toContain('[PATCH v4 00/12]');
    expect(head?.date).toBe('2025-10-29');
  });
});

describe('properties', () => {
  const setups = fc.constantFrom<Partial<Setup>>(
    ...['pre', 'v3-07', 'v4', 'v6', 'v7.2', 'whatif-saturate'].map((revision) => ({ revision })),
    { backend: 'xen-pv' },
    { backend: 'none' },
    { backend: 'powerpc-hash', checks: 'stop' },
  );
  const programs = arbitraryProgram({ maxLength: 8 });

  test('a setup does not differ from itself', () => {
    forAll(fc.tuple(programs, setups), ([program, setup]) => {
      const { rows, notes } = of(program, setup, setup);
      expect(rows.filter(({ difference }) => difference !== 'none')).toEqual([]);
      expect(notes).toEqual([]);
    });
  });

  test('the same rows differ whichever column is first', () => {
    // Places by number are read as the first column has them, so those differ on purpose.
    const calling = programs.filter((program) => !JSON.stringify(program).includes('"at":"statement"'));
    forAll(fc.tuple(calling, setups, setups), ([program, a, b]) => {
      const kinds = (...pair: Partial<Setup>[]) => of(program, ...pair).rows.map(({ difference }) => difference);
      expect(kinds(a, b)).toEqual(kinds(b, a));
    });
  });

  test('every marked row has a sentence that names every column', () => {
    forAll(fc.tuple(programs, setups, setups), ([program, a, b]) => {
      const { rows, columns } = of(program, a, b);
      for (const { words } of rows) {
        if (words === null) continue;
        for (const { name } of columns) expect(words).toContain(name);
        expect(words).not.toMatch(/undefined|null/);
      }
    });
  });
});

test('the rows inside an interrupt are compared', () => {
  const comparison = revisionsOf([...calls('E'), irq(...calls('ED'))], 'v4-07', 'v4');
  expect(comparison.rows.map(({ event, depth }) => `${depth} ${event}`)).toEqual([
    '0 enable',
    '1 irq {',
    '2 enable',
    '2 disable',
    '1 }',
  ]);
  expect(told(comparison)[0]).toBe('2: v4-07: active; v4: not active');
});
