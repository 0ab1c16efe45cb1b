import { expect, test } from 'vitest';
import { runOf } from '../engine/testing.ts';
import { readTable } from '../notation/mail/table.ts';
import { findFittingRevision } from './fitting-revision.ts';

const fitted = (text: string, wanted = 'v6') => {
  const table = readTable(text);
  if (!table.ok) throw new Error(text);
  return findFittingRevision(table.value, wanted, (revision) => runOf({ revision }, table.value.program))?.id;
};

test('the wanted revision fits a table whose columns it has', () => {
  expect(fitted('1  lazy_mmu_mode_enable()  -> arch_enter()  e=1 p=0')).toBe('v6');
  expect(fitted('1  lazy_mmu_mode_enable()  -> arch_leave()  e=7 p=7')).toBe('v6');
  expect(fitted('1  lazy_mmu_mode_enable()  -> arch_enter()  count=1 enabled=1', 'v3-07')).toBe('v3-07');
});

test('the wanted revision fits a table without columns', () => {
  expect(fitted('1  lazy_mmu_mode_enable()  -> arch_enter()')).toBe('v6');
});

test('otherwise the latest revision that agrees with most of the table fits', () => {
  expect(fitted('1  lazy_mmu_mode_enable()  -> arch_enter()  nesting_level=1 active=1')).toBe('v4');
  const interrupted = [
    '1  irq {',
    '2    lazy_mmu_mode_enable()  -> arch_enter()  n=1 a=1',
    '3    lazy_mmu_mode_disable() -> arch_leave()  n=0 a=0',
    '4  }',
  ];
  expect(fitted(interrupted.join('\n'))).toBe('v4-07');
});

test('no revision fits a table with unknown columns', () => {
  expect(fitted('1  lazy_mmu_mode_enable()  -> arch_enter()  depth=1')).toBeUndefined();
});
