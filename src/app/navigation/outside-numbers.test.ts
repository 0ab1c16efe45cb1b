/** Every number from outside that becomes a position: in a saved document, a message of the host, a link, and the go-to dialog. */
import { describe, expect, test } from 'vitest';
import { readLink } from '../../notation/link/read-link.ts';
import { resolveRequest } from '../document/open-request.ts';
import { readHostMessage } from '../embed/host-message.ts';
import { clampCursor } from '../state/cursor.ts';
import { readSnapshot, writeSnapshot } from '../storage/document-snapshot.ts';
import { at, expectValid, stateOf } from '../testing.ts';
import { parseDestination } from './destination.ts';

const EDGES = [2 ** 31 - 1, 2 ** 31, 2 ** 32, 2 ** 53 - 1, 2 ** 53, 1e21, -1, -(2 ** 31), 1.5, -0, Number.NaN];
const state = stateOf('enable; set k1; disable', 3);

describe.each(EDGES)('T19: the number %d', (number) => {
  test('as the place or the caret of a saved document opens inside the program', () => {
    for (const change of [
      { cursor: { slot: number, moment: null } },
      { cursor: { slot: 0, moment: number } },
      { caret: number },
    ]) {
      const read = readSnapshot(JSON.stringify({ ...JSON.parse(writeSnapshot(state)), ...change }));
      expect(read.ok).toBe(true);
      if (!read.ok) return;
      const { document, cursor, caret } = read.value;
      const opened = { ...state, ...resolveRequest({ document, row: 0, moment: null, place: { cursor, caret } }) };
      expectValid(opened);
      expect(readSnapshot(writeSnapshot(opened)).ok).toBe(true);
    }
  });

  test('as the step of a message is refused, or is the end of the run', () => {
    const read = readHostMessage({ goto: number });
    if (Number.isSafeInteger(number) && number >= 0) {
      expect(read?.ok && at({ ...state, cursor: clampCursor(state.trace, { slot: number - 1, moment: null }) })).toBe(
        number === 0 ? '-1' : '2',
      );
    } else expect(read).toEqual({ ok: false, error: '"goto" must be a step number, 0 or more' });
  });

  test('as a row or a statement of a link, a page or a repeat is refused', () => {
    if (Object.is(number, -0)) return;
    for (const link of [
      `ED/${number}`,
      `ED/1/at-${number}`,
      `Es${number}D/0`,
      `EN${number}E.D/0`,
      `ED/0/capacity-${number}`,
    ]) {
      const read = readLink(`#1/v6/arm64-7.0/${link}`);
      expect(read.ok, link).toBe(false);
    }
  });

  test('as a destination is refused, and nothing is run for it', () => {
    for (const word of ['', 'event ', 'line ', 'step ', 'problem ']) {
      const found = parseDestination(state, `${word}${number}`);
      expect(found.ok, word).toBe(false);
    }
  });
});

test('T19: no position of a run is beyond what its columns of 32 bits hold', () => {
  const last = stateOf('repeat 1000000 { enable }');
  expect(last.trace.rows.length).toBe(1_000_000);
  expect(clampCursor(last.trace, { slot: 2 ** 31, moment: null })).toEqual({ slot: 999_999, moment: null });
});
