import { expect, test } from 'vitest';
import { runOf } from '../engine/testing.ts';
import { readTable } from '../notation/mail/table.ts';
import { fittingRevision } from './fitting-revision.ts';

const fitted = (text: string, wanted = 'v6') => {
  const table = readTable(text);
  if (!table.ok) throw new Error(text);
  return fittingRevision(table.value, wanted, (revision) => runOf({ revision }, table.value.program))?.id;
};

test('the wanted revision is taken where it has the columns', () => {
  expect(fitted('1  lazy_mmu_mode_enable()  -> arch_enter()  e=1 p=0')).toBe('v6');
  expect(fitted('1  lazy_mmu_mode_enable()  -> arch_leave()  e=7 p=7')).toBe('v6');
  expect(fitted('1  lazy_mmu_mode_enable()  -> arch_enter()  count=1 enabled=1', 'v3-07')).toBe('v3-07');
});

test('a table without columns is of the wanted one', () => {
  expect(fitted('1  lazy_mmu_mode_enable()  -> arch_enter()')).toBe('v6');
});

test('else the latest one that agrees with most of the table', () => {
  expect(fitted('1  lazy_mmu_mode_enable()  -> arch_enter()  nesting_level=1 active=1')).toBe('v4');
  const interrupted = [
    '1  irq {',
    '2    lazy_mmu_mode_enable()  -> arch_enter()  n=1 a=1',
    '3    lazy_mmu_mode_disable() -> arch_leave()  n=0 a=0',
    '4  }',
  ];
  expect(fitted(interrupted.join('\n'))).toBe('v4-07');
});

test("none where the columns are nobody's", () => {
  expect(fitted('1  lazy_mmu_mode_enable()  -> arch_enter()  depth=1')).toBeUndefined();
});
