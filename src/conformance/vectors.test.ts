/** Every vector of the facts about the architectures, from the case files in `vectors`, in every era that has it. */
import { describe, expect, test } from 'vitest';
import { backends } from '../engine/backends/index.ts';
import { ERAS, type Era } from '../engine/model.ts';
import { simulatedEra } from '../engine/setup/world.ts';
import { compareCase, readCases } from './testing.ts';

/** How many vectors each table has: A1 to A8 and so on. */
const TABLES = { A: 8, P: 8, S: 8, X: 8, Z: 8, G: 3 };

const files = import.meta.glob<string>('./vectors/*.txt', { query: '?raw', import: 'default', eager: true });
const cases = Object.entries(files).flatMap(([path, text]) => readCases(path.replace('./vectors/', ''), text));

describe.each(cases)('$id $title ($place)', (vector) => {
  test.each(vector.setups)('$backend $era $revision', (setup) => {
    const { actual, expected } = compareCase(vector, setup);
    expect(actual).toEqual(expected);
  });
});

test('the files have every vector, and no other', () => {
  const ids = Object.entries(TABLES).flatMap(([letter, count]) =>
    Array.from({ length: count }, (_, i) => `${letter}${i + 1}`),
  );
  expect([...new Set(cases.map(({ id }) => id))].sort()).toEqual(ids.sort());
});

test('a vector of an architecture holds at every era at which that is simulated, and every architecture has one', () => {
  const covered = new Map<string, Set<Era>>();
  for (const { id, setups } of cases) {
    for (const { backend, era } of setups) {
      const key = `${id} ${backend}`;
      covered.set(key, (covered.get(key) ?? new Set()).add(era));
    }
  }
  for (const [key, eras] of covered) {
    const backend = backends.get(key.split(' ')[1] ?? '');
    expect([key, ...ERAS.filter((era) => eras.has(era))]).toEqual([
      key,
      ...ERAS.filter((era) => simulatedEra(backend, era) !== null),
    ]);
  }
  expect(new Set([...covered.keys()].map((key) => key.split(' ')[1]))).toEqual(new Set(backends.ids));
});

describe('a case that would test nothing, or not what it says, does not pass', () => {
  const lines = ['# A2  a section', '@ arm64 7.0 v6', 'enable', 'set k1', 'disable', '==>'];
  const judged = (...expected: string[]) => {
    const [one] = readCases('x.txt', [...lines, ...expected].join('\n'));
    const setup = one?.setups[0];
    return one && setup ? compareCase(one, setup) : null;
  };
  const right = ['1 enable -> enter', '2 set k1: store memory 1; queue dsb+isb 1; pending 1'];

  test('what is right does', () => {
    const { actual, expected } = judged(...right, '3 disable -> leave: pending 0; flush dsb+isb 1') ?? {};
    expect(actual).toEqual(expected);
  });

  test.each([
    ['a wrong value', [...right, '3 disable -> leave: flush dsb+isb 1; pending 1']],
    ['a wrong event', [...right, '3 pause -> leave: flush dsb+isb 1']],
    ['a row without one of its effects', [...right, '3 disable -> leave: pending 0']],
    ['a row without its callback', [...right, '3 disable: flush dsb+isb 1']],
    ['a row that flushes and is not named', right],
    ['a row that is not there', [...right, '3 disable -> leave: flush dsb+isb 1', '4 disable']],
    ['the same row twice', [...right, ...right, '3 disable -> leave: flush dsb+isb 1']],
  ])('%s', (_, told) => {
    const { actual, expected } = judged(...told) ?? {};
    expect(actual).not.toEqual(expected);
  });

  test.each([
    ['no expectation', [], 'x.txt:1: nothing is expected'],
    ['an unknown word', ['1 enable -> enter: pendng 1'], '"pendng 1" is no fact'],
    ['a field that the revision has not', ['1 enable -> enter: nesting_level 1'], '"nesting_level 1" is no fact'],
    ['no row', ['enable -> enter'], 'does not begin with a row'],
  ])('%s throws', (_, told, message) => {
    expect(() => judged(...told)).toThrow(message);
  });

  test('a mistake in a program is reported at its line of the file', () => {
    const [one] = readCases('x.txt', ['# remark', ...lines, '1 enable'].join('\n').replace('set k1', 'sit k1'));
    expect(() => one && compareCase(one, { backend: 'arm64', era: '7.0', revision: 'v6' })).toThrow('x.txt:5:1: ');
  });
});
