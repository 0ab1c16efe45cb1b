import { expect, test } from 'vitest';
import { stateOf } from '../testing.ts';
import { parseDestination } from './destination.ts';

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
  ['event 5', 4],
  ['Problem 2', 3],
])('"%s" is slot %i', (text, slot) => {
  expect(parseDestination(state, text)).toEqual({ ok: true, value: slot });
});

const EXPECTED = 'enter an event from 1 to 7, or a problem: "problem 1" to "problem 5"';
test.each([
  ['8', `There is no event 8: ${EXPECTED}`],
  ['0', `There is no event 0: ${EXPECTED}`],
  ['finding 6', `There is no problem 6: ${EXPECTED}`],
  ['finding 0', `There is no problem 0: ${EXPECTED}`],
  ['the end', `Cannot go to "the end": ${EXPECTED}`],
  ['-1', `Cannot go to "-1": ${EXPECTED}`],
  ['', `Cannot go to "": ${EXPECTED}`],
  ['99999999999', `Cannot go to "99999999999": ${EXPECTED}`],
])('"%s" is none: %s', (text, error) => {
  expect(parseDestination(state, text)).toEqual({ ok: false, error });
});

test('findings are offered only if there are some', () => {
  expect(parseDestination(stateOf('enable; disable'), 'x')).toEqual({
    ok: false,
    error: 'Cannot go to "x": enter an event from 1 to 2 (there are no problems)',
  });
  expect(parseDestination(stateOf('resume'), '2')).toMatchObject({
    error: 'There is no event 2: enter event 1, or "problem 1"',
  });
  expect(parseDestination(stateOf(''), '1')).toMatchObject({ ok: false });
});

test('a line is a line of the text, where rows have other numbers', () => {
  const repeated = stateOf('# twice\nrepeat 2 {\n  enable\n  disable\n}\nenable; disable');
  const to = (text: string) => parseDestination(repeated, text);
  expect([to('line 3'), to('line 4'), to('Line 6'), to('row 6')].map((one) => one.ok && one.value)).toEqual([
    0, 1, 4, 5,
  ]);
  expect([to('line 5'), to('line 9')]).toEqual([
    { ok: false, error: 'No event begins on line 5' },
    { ok: false, error: 'No event begins on line 9' },
  ]);
});

test('a step is a position in the run, whichever row happens there', () => {
  const suspended = stateOf('task B mm m2; enable after 2 { switch B }; set 1; switch A; set 2');
  const to = (text: string) => parseDestination(suspended, text);
  expect([to('row 4'), to('step 4')].map((one) => one.ok && one.value)).toEqual([suspended.trace.slotOf(4), 3]);
  expect(suspended.trace.rowAt(3).number).not.toBe(4);
  expect([to('step 0'), to('step 99')]).toEqual([
    { ok: false, error: 'There is no step 0 in this run' },
    { ok: false, error: 'There is no step 99 in this run' },
  ]);
});

test('a row that the run does not reach says so', () => {
  expect(parseDestination(stateOf('disable; enable', 0, { revision: 'v3-07' }), '2')).toEqual({
    ok: false,
    error: 'Event 2 did not happen in this run',
  });
});

test('a problem of a very long run is found at once', () => {
  const long = stateOf('repeat 50000 { set k1; disable }', 0, { revision: 'v4' });
  const found = parseDestination(long, 'finding 40000');
  expect(found.ok && found.value).toBeGreaterThan(30_000);
});
