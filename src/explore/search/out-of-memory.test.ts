import { afterEach, expect, test, vi } from 'vitest';
import { worldOf } from '../../engine/testing.ts';
import { type CheckResult, checkEquivalence, checkProperty } from '../queries/check.ts';
import { parseProperty, scopeOf } from '../queries/testing.ts';
import { isOutOfMemory } from './out-of-memory.ts';

afterEach(() => vi.unstubAllGlobals());

/** Makes the n-th array allocation fail as V8 does, and counts allocations. */
function failing(nth: number): { readonly asked: number } {
  const counter = { asked: 0 };
  for (const name of ['Uint8Array', 'Uint32Array', 'Int32Array'] as const) {
    const Whole = globalThis[name] as new (...args: unknown[]) => object;
    class Failing extends Whole {
      constructor(...args: unknown[]) {
        counter.asked += 1;
        if (counter.asked === nth) throw new RangeError('Array buffer allocation failed');
        super(...args);
      }
    }
    vi.stubGlobal(name, Failing);
  }
  return counter;
}

const small = { enables: 1, pauses: 1 };
const ANY = { maxLength: Number.POSITIVE_INFINITY, maxStates: 1e6 };

const SEARCHES: readonly [string, () => CheckResult<unknown>][] = [
  [
    'flat, holds',
    () => checkProperty(worldOf(), parseProperty('arch-bug'), scopeOf('EDPR', { callers: 'paired', open: small })),
  ],
  [
    'with a stack, holds',
    () => checkProperty(worldOf(), parseProperty('ignored-call'), scopeOf('ED', { callers: 'balanced' })),
  ],
  ['violated', () => checkProperty(worldOf(), parseProperty('any'), scopeOf('EDPR', { callers: 'paired' }))],
  [
    'different',
    () => checkEquivalence([worldOf({ revision: 'v4' }), worldOf()], scopeOf('EDPR', { callers: 'balanced' })),
  ],
];

const withoutTrace = (answer: CheckResult<unknown>) => ({ ...answer, found: null });

test.each(SEARCHES)(
  'T20: a search that fails to allocate any one array ends as out of memory or with the right result: %s',
  (_, search) => {
    const right = search();
    for (let nth = 1; ; nth++) {
      const counter = failing(nth);
      const answer = search();
      vi.unstubAllGlobals();
      if (counter.asked < nth) {
        expect(withoutTrace(answer)).toEqual(withoutTrace(right));
        expect(nth).toBeGreaterThan(20);
        return;
      }
      expect(answer).toMatchObject({ verdict: 'bounded', by: 'memory' });
    }
  },
);

test('T20: a search that runs out of memory keeps its progress', () => {
  const before: { states: number; length: number }[] = [];
  const onProgress = (now: { states: number; length: number }) => {
    before.push(now);
    if (now.length > 20) throw new RangeError('Invalid typed array length: 4294967296');
  };
  const answer = checkProperty(worldOf(), parseProperty('arch-bug'), scopeOf('EDPR'), ANY, { onProgress });
  expect(answer).toMatchObject({ verdict: 'bounded', by: 'memory', states: before.at(-1)?.states });
  expect(answer.verdict === 'bounded' && answer.length).toBe((before.at(-1)?.length ?? 0) - 1);
});

test.each([
  ['Array buffer allocation failed', true],
  ['Invalid typed array length: 4294967296', true],
  ['Invalid typed array length: -1', false],
  ['Invalid array length', true],
  ['out of memory', true],
  ['Maximum call stack size exceeded', false],
  ['no parent of state 3', false],
])('the message %j means out of memory: %s', (text, is) => {
  expect(isOutOfMemory(new RangeError(text))).toBe(is);
  expect(isOutOfMemory(text)).toBe(is);
});

test('an error other than out of memory is rethrown', () => {
  const broken = {
    onProgress() {
      throw new RangeError('Maximum call stack size exceeded');
    },
  };
  expect(() => checkProperty(worldOf(), parseProperty('arch-bug'), scopeOf('EDPR'), ANY, broken)).toThrow('call stack');
});
