import { describe, expect, test } from 'vitest';
import { stateOf } from '../testing.ts';
import { readSnapshot, writeSnapshot } from './document-snapshot.ts';
import { checkForm, findOmissions } from './snapshot-form.ts';

const ENTRY = { name: 'typing', document: stateOf('').document, cursor: { slot: -1, moment: null }, caret: 0 };
const SAVED = JSON.parse(writeSnapshot({ ...stateOf('enable'), past: [ENTRY, ENTRY], future: [ENTRY] }));

describe('the form of a saved document', () => {
  test.each([
    ['{', 'it is not JSON'],
    ['7', 'it is not a document'],
    ['[]', 'its version is not a number, this page reads version 1'],
    [JSON.stringify({ ...SAVED, v: 2 }), 'its version is 2, this page reads version 1'],
    [JSON.stringify({ ...SAVED, setup: 7 }), 'its setup is not valid'],
    [JSON.stringify({ ...SAVED, setup: { ...SAVED.setup, revision: 'v99' } }), 'there is no revision "v99"'],
    [JSON.stringify({ ...SAVED, setup: { ...SAVED.setup, backend: 'vax' } }), 'there is no architecture "vax"'],
    [JSON.stringify({ ...SAVED, setup: { ...SAVED.setup, era: '2.4' } }), 'there is no kernel release "2.4"'],
  ])('%s: %s', (json, reason) => {
    expect(checkForm(json)).toBe(reason);
  });

  test('is known', () => {
    expect(checkForm(JSON.stringify(SAVED))).toBeNull();
  });
});

describe('what the reader leaves out', () => {
  const omissionsIn = (saved: object) => {
    const json = JSON.stringify(saved);
    const read = readSnapshot(json);
    return read.ok ? findOmissions(json, read.value) : read.error;
  };
  const [newest] = SAVED.future;

  test.each([
    ['nothing', SAVED, null],
    ['a step of the past', { ...SAVED, past: [{ ...newest, text: 7 }, newest] }, '1 undo step could not be read'],
    [
      'two steps of the future',
      { ...SAVED, future: [newest, { ...newest, text: 7 }, newest] },
      '2 undo steps could not be read',
    ],
    ['an architecture', { ...SAVED, beside: [{ backend: 'arm64', era: '9.9' }] }, '1 architecture could not be read'],
    ['a field', { ...SAVED, colour: 'red' }, 'the field "colour" is unknown'],
    ['a field of a setup', { ...SAVED, setup: { ...SAVED.setup, smp: 1 } }, 'the field "smp" is unknown'],
    ['a field of the past', { ...SAVED, past: [{ ...newest, why: 1 }] }, 'the field "why" is unknown'],
    ['a field of the future', { ...SAVED, future: [{ ...newest, why: 1 }] }, 'the field "why" is unknown'],
    [
      'a field of a setup of the past',
      { ...SAVED, past: [{ ...newest, setup: { ...newest.setup, smp: 1 } }] },
      'the field "smp" is unknown',
    ],
  ])('%s', (_, saved, omission) => {
    expect(omissionsIn(saved)).toBe(omission);
  });
});
