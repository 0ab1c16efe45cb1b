import { expect, test } from 'vitest';
import { type OptionTable, readArguments, readKeyword } from './arguments.ts';

const OPTIONS: OptionTable = {
  revision: { value: 'R', help: '' },
  backend: { value: 'B', repeatable: true, help: '' },
  'each-line': { help: '' },
  kernel: { value: 'K', aliases: ['era'], help: '' },
  version: { aliases: ['V'], help: '' },
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

test('an option that is not repeatable is given once', () => {
  expect(read('--revision', 'v6', '--revision=v4')).toEqual(['--revision is given twice, as "v6" and "v4"']);
});

test('an alias is the option itself, whether it is a word or a letter', () => {
  const result = readArguments(OPTIONS, ['--era', '7.0', '-V']);
  expect(result.ok && [result.value.value('kernel'), result.value.has('version')]).toEqual(['7.0', true]);
  expect(read('--kernel', '7.0', '--era=7.1')).toEqual(['--kernel is given twice, as "7.0" and "7.1"']);
  expect(read('--era')).toEqual(['--era needs a value, as in --era K']);
  expect(read('--V', '-e', '-v')).toEqual(['unknown option "--V"', 'unknown option "-e"', 'unknown option "-v"']);
});

test('a missing and a superfluous value are reported', () => {
  expect(read('--revision')).toEqual(['--revision needs a value, as in --revision R']);
  expect(read('--each-line=yes')).toEqual(['--each-line takes no value, but has "yes"']);
});

test('every unknown option is reported', () => {
  expect(read('--revison', 'v6', '-x', '--constructor')).toEqual([
    'unknown option "--revison"; did you mean --revision?',
    'unknown option "-x"',
    'unknown option "--constructor"',
  ]);
});

test('arguments that a script gone wrong makes are refused before they cost time', () => {
  expect(read(...Array(20_001).fill('a'))).toEqual(['there are 20001 arguments (expected at most 20000)']);
  expect(read(`-${'V'.repeat(100_000)}`)).toEqual([`unknown option "-${'V'.repeat(36)}..."`]);
  expect(read('--', `-${'V'.repeat(200)}`)).toMatchObject({ operands: [`-${'V'.repeat(200)}`] });
  expect(read(...Array(1000).fill('--nonsense'))).toHaveLength(20);
});

test('an unknown keyword is an error that names the most similar one', () => {
  expect(readKeyword('--checks', 'off', ['kernel', 'off'])).toEqual({ ok: true, value: 'off' });
  expect(readKeyword('--checks', 'kernal', ['kernel', 'off'])).toEqual({
    ok: false,
    error: '--checks cannot be "kernal"; did you mean "kernel"? (expected kernel, off)',
  });
});
