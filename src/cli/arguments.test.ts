import { expect, test } from 'vitest';
import { type Options, oneOf, readArguments } from './arguments.ts';

const OPTIONS: Options = {
  revision: { value: 'R', says: '' },
  backend: { value: 'B', repeatable: true, says: '' },
  'each-line': { says: '' },
};
const read = (...argv: string[]) => {
  const result = readArguments(OPTIONS, argv);
  if (!result.ok) return result.error;
  const { operands, value, values, has } = result.value;
  return { operands, revision: value('revision'), backends: values('backend'), eachLine: has('each-line') };
};

test('options and operands may stand in any order, values with or without =', () => {
  expect(read('a', '--backend=x', '-', '--revision', 'v6', '--each-line', '--backend', 'y', '--', '--b')).toEqual({
    operands: ['a', '-', '--b'],
    revision: 'v6',
    backends: ['x', 'y'],
    eachLine: true,
  });
  expect(read()).toEqual({ operands: [], revision: undefined, backends: [], eachLine: false });
});

test('an option of one value stands once', () => {
  expect(read('--revision', 'v6', '--revision=v4')).toEqual(['--revision stands twice, with "v6" and "v4"']);
});

test('a value that is missing or too much is named', () => {
  expect(read('--revision')).toEqual(['--revision needs a value, as in --revision R']);
  expect(read('--each-line=yes')).toEqual(['--each-line takes no value, but has "yes"']);
});

test('every unknown option is named', () => {
  expect(read('--revison', 'v6', '-x', '--constructor')).toEqual([
    'unknown option "--revison"; did you mean --revision?',
    'unknown option "-x"',
    'unknown option "--constructor"',
  ]);
});

test('a word is one of a list, or the sentence says which one was meant', () => {
  expect(oneOf('--checks', 'off', ['kernel', 'off'])).toEqual({ ok: true, value: 'off' });
  expect(oneOf('--checks', 'kernal', ['kernel', 'off'])).toEqual({
    ok: false,
    error: '--checks cannot be "kernal"; did you mean "kernel"? (expected kernel, off)',
  });
});
