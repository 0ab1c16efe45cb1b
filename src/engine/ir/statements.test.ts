import { describe, expect, test } from 'vitest';
import {
  and,
  constant,
  type Expr,
  field,
  fieldsIn,
  fitToType as fitted,
  IN_INTERRUPT,
  is,
  not,
  or,
  postIncrement,
  preDecrement,
  toC,
  U8_MAX,
} from './statements.ts';

const count = field('count');
const enabled = field('enabled');

describe('an expression in C has the brackets that C needs and no others', () => {
  test.each<[Expr, string]>([
    [is(count, '==', U8_MAX), 'count == U8_MAX'],
    [and(is(count, '>', 0), not(enabled)), 'count > 0 && !enabled'],
    [or(IN_INTERRUPT, is(count, '>', 0)), 'in_interrupt() || count > 0'],
    [and(or(enabled, IN_INTERRUPT), enabled), '(enabled || in_interrupt()) && enabled'],
    [or(and(enabled, IN_INTERRUPT), enabled), 'enabled && in_interrupt() || enabled'],
    [not(and(enabled, IN_INTERRUPT)), '!(enabled && in_interrupt())'],
    [not(not(enabled)), '!!enabled'],
    [is(postIncrement('count'), '==', 0), 'count++ == 0'],
    [is(preDecrement('count'), '!=', 0), '--count != 0'],
    [is(is(count, '<', 1), '==', constant(1)), 'count < 1 == 1'],
    [is(count, '==', is(enabled, '==', 1)), 'count == (enabled == 1)'],
  ])('%#', (expr, text) => {
    expect(toC(expr)).toBe(text);
  });
});

test('the fields of an expression come once, in order of first mention', () => {
  expect(fieldsIn(and(or(enabled, is(count, '>', 0)), not(enabled)))).toEqual(['enabled', 'count']);
  expect(fieldsIn(is(postIncrement('count'), '==', 0))).toEqual(['count']);
  expect(fieldsIn(IN_INTERRUPT)).toEqual([]);
});

describe('what a field holds after a store', () => {
  test.each([
    ['u8', 256, 0],
    ['u8', -1, 255],
    ['u8', 511, 255],
    ['u8-saturating', 256, 255],
    ['u8-saturating', -1, 0],
    ['bool', 2, 1],
    ['bool', 0, 0],
    ['bool', -1, 1],
  ] as const)('%s of %d is %d', (type, value, stored) => {
    expect(fitted(type, value)).toBe(stored);
  });
});
