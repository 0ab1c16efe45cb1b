import { expect, test } from 'vitest';
import { stateOf } from '../testing.ts';
import { destinationOf } from './destination.ts';

// Two findings at slot 3, three at slot 4.
const state = stateOf('enable; set k1; pause; enable; disable; resume; disable', 0, { revision: 'v3' });

test.each([
  ['1', 0],
  [' 7 ', 6],
  ['row 2', 1],
  ['step 2', 1],
  ['#2', 1],
  ['finding 1', 3],
  ['Finding 2', 3],
  ['finding3', 4],
])('"%s" is slot %i', (text, slot) => {
  expect(destinationOf(state, text)).toEqual({ ok: true, value: slot });
});

const EXPECTED = 'expected a row from 1 to 7, or a finding: "finding 1" to "finding 5"';
test.each([
  ['8', `there is no row 8; ${EXPECTED}`],
  ['0', `there is no row 0; ${EXPECTED}`],
  ['finding 6', `there is no finding 6; ${EXPECTED}`],
  ['finding 0', `there is no finding 0; ${EXPECTED}`],
  ['the end', `"the end" is no place; ${EXPECTED}`],
  ['-1', `"-1" is no place; ${EXPECTED}`],
  ['', `"" is no place; ${EXPECTED}`],
  ['99999999999', `"99999999999" is no place; ${EXPECTED}`],
])('"%s" is none: %s', (text, error) => {
  expect(destinationOf(state, text)).toEqual({ ok: false, error });
});

test('findings are offered only if there are some', () => {
  expect(destinationOf(stateOf('enable; disable'), 'x')).toEqual({
    ok: false,
    error: '"x" is no place; expected a row from 1 to 2 (there are no findings)',
  });
  expect(destinationOf(stateOf('resume'), '2')).toMatchObject({
    error: 'there is no row 2; expected row 1, or "finding 1"',
  });
  expect(destinationOf(stateOf(''), '1')).toMatchObject({ ok: false });
});

test('a line is a line of the text, where rows have other numbers', () => {
  const repeated = stateOf('# twice\nrepeat 2 {\n  enable\n  disable\n}\nenable; disable');
  const to = (text: string) => destinationOf(repeated, text);
  expect([to('line 3'), to('line 4'), to('Line 6'), to('row 6')].map((one) => one.ok && one.value)).toEqual([
    0, 1, 4, 5,
  ]);
  expect([to('line 5'), to('line 9')]).toEqual([
    { ok: false, error: 'no row begins on line 5 of the text' },
    { ok: false, error: 'no row begins on line 9 of the text' },
  ]);
});

test('a step is a position in the run, whichever row happens there', () => {
  const suspended = stateOf('task B mm m2; enable after 2 { switch B }; set 1; switch A; set 2');
  const to = (text: string) => destinationOf(suspended, text);
  expect([to('row 4'), to('step 4')].map((one) => one.ok && one.value)).toEqual([suspended.trace.slotOf(4), 3]);
  expect(suspended.trace.rowAt(3).number).not.toBe(4);
  expect([to('step 0'), to('step 99')]).toEqual([
    { ok: false, error: 'there is no step 0 in this run' },
    { ok: false, error: 'there is no step 99 in this run' },
  ]);
});

test('a row that the run does not reach says so', () => {
  expect(destinationOf(stateOf('disable; enable', 0, { revision: 'v3-07' }), '2')).toEqual({
    ok: false,
    error: 'row 2 did not happen in this run',
  });
});

test('a finding of a very long run is found at once', () => {
  const long = stateOf('repeat 50000 { set k1; disable }', 0, { revision: 'v4' });
  const found = destinationOf(long, 'finding 40000');
  expect(found.ok && found.value).toBeGreaterThan(30_000);
});
