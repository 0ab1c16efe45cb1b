/** Short inputs that ask for much: every reader that expands repeats or nests events. */
import { describe, expect, test } from 'vitest';
import { countEvents } from '../engine/run/rows.ts';
import { writeLetters } from './link/letters.ts';
import { readAny } from './read-any.ts';
import { LIMITS } from './text/limits.ts';
import { readProgram } from './text/parse.ts';
import { printFolded } from './text/print-folded.ts';

const { events: EVENTS, depth: DEPTH, nesting: NESTING } = LIMITS;

/** How each notation writes repeats and events that hold others. */
interface Notation {
  readonly repeat: (times: number | string, inside: string) => string;
  readonly irq: (inside: string) => string;
  readonly block: (inside: string) => string;
  readonly call: string;
  readonly read: (code: string) => ReturnType<typeof readAny>;
}

const TEXT: Notation = {
  repeat: (times, inside) => `repeat ${times} { ${inside} }\n`,
  irq: (inside) => `irq { ${inside} }\n`,
  block: (inside) => `enable after 1 { ${inside} }\n`,
  call: 'enable;',
  read: readAny,
};
const LETTERS: Notation = {
  repeat: (times, inside) => `N${times}${inside}.`,
  irq: (inside) => `I${inside}.`,
  block: (inside) => `E_1${inside}.`,
  call: 'E',
  read: readAny,
};

const NOTATIONS: readonly (readonly [name: string, notation: Notation])[] = [
  ['a text', TEXT],
  ['a text that is parsed in chunks', { ...TEXT, read: (code) => readInChunks(`${code}${'\n'.repeat(5000)}`) }],
  ['letters', LETTERS],
  ['a link', { ...LETTERS, read: (code) => readAny(`#1/v6/arm64-7.0/${code}/0`) }],
];

/** The same result as that of `readAny`. */
function readInChunks(text: string): ReturnType<typeof readAny> {
  const read = readProgram(text);
  if (!read.ok) return { ok: false, error: { from: 'notation', diagnostics: read.error } };
  return { ok: true, value: { from: 'letters', program: read.value.program } };
}

const nest = (times: number, wrap: (inside: string) => string, inside: string): string => {
  let code = inside;
  for (let i = 0; i < times; i++) code = wrap(code);
  return code;
};

/** Counts how often anything is added to an array meanwhile. */
function countPushes(run: () => void): number {
  const { push } = Array.prototype;
  let pushes = 0;
  const define = (value: unknown) =>
    Object.defineProperty(Array.prototype, 'push', { value, configurable: true, writable: true });
  define(function count(this: unknown[], ...items: unknown[]) {
    pushes += 1;
    return push.apply(this, items);
  });
  run();
  define(push);
  return pushes;
}

describe.each(NOTATIONS)('%s', (_name, { repeat, irq, block, call, read }) => {
  test.each([
    ['one repeat', repeat(EVENTS, call), repeat(EVENTS, call) + call],
    ['two repeats', repeat(1000, repeat(1000, call)), repeat(1001, repeat(1000, call))],
    ['a repeat in an interrupt', irq(repeat(EVENTS - 1, call)), irq(repeat(EVENTS, call))],
    ['a repeat in a call', block(repeat(EVENTS - 1, call)), block(repeat(EVENTS, call))],
    ['a repeated interrupt', repeat(EVENTS / 2, irq(call)), repeat(EVENTS / 2 + 1, irq(call))],
  ])(
    'T14: %s of exactly the largest number of events is read, and of one more is refused with a place',
    (_, most, more) => {
      const whole = read(most);
      expect(whole.ok && countEvents(whole.value.program)).toBe(EVENTS);
      const refused = read(more);
      expect(refused.ok ? [] : refused.error.diagnostics).toMatchObject([
        { message: expect.stringMatching(/ more than 1000000 events$/), expected: expect.any(String) },
      ]);
    },
  );

  test.each([
    ['events', DEPTH, irq],
    ['calls', DEPTH, block],
    ['repeats', NESTING, (inside: string) => repeat(1, inside)],
  ])('T14: %s nested as deep as the limit are read, and one deeper are refused with a place', (_, most, wrap) => {
    const whole = read(nest(most, wrap, call));
    expect(whole.ok || whole.error.diagnostics).toBe(true);
    const refused = read(nest(most + 1, wrap, call));
    expect(refused.ok ? [] : refused.error.diagnostics).toMatchObject([
      { message: expect.stringMatching(new RegExp(`nested more than ${most} deep$`)), expected: 'less nesting' },
    ]);
  });

  test.each([
    ['nested repeats', nest(10, (inside) => repeat(1000, inside), call)],
    ['nested repeats in interrupts', nest(10, (inside) => repeat(1000, irq(inside)), call)],
    ['nested repeats in calls', nest(10, (inside) => repeat(1000, block(inside)), call)],
    ['a large repeat in a small one', repeat(2, repeat(EVENTS, call))],
    ['a count of 40 digits', repeat('9'.repeat(40), call)],
  ])('T14: %s: what is refused was not built before', (_, bomb) => {
    let isRead = true;
    const pushes = countPushes(() => {
      isRead = read(bomb).ok;
    });
    expect(isRead).toBe(false);
    expect(pushes).toBeLessThan(20_000);
  });
});

// Chunks of a long text are built one by one, which the limit of the whole text ends.
test.each(NOTATIONS.filter(([name]) => !name.includes('chunks')))(
  'T14: %s with a large repeat beside another or before a mistake: what is refused was not built before',
  (_name, { repeat, call, read }) => {
    for (const rest of [repeat(EVENTS, call), '?']) {
      const pushes = countPushes(() => expect(read(repeat(EVENTS, call) + rest).ok).toBe(false));
      expect(pushes).toBeLessThan(20_000);
    }
  },
);

test('T14: a table nested as deep as the limit is read, and one row deeper is refused with its line', () => {
  const tableOf = (depth: number) => {
    const heads = [...Array<string>(depth).fill('irq {'), 'lazy_mmu_mode_enable()', ...Array<string>(depth).fill('}')];
    return heads.map((head, i) => `${i + 1} ${head} ${head.endsWith(')') ? '-> arch_enter()' : ''}`).join('\n');
  };
  const whole = readAny(tableOf(DEPTH));
  expect(whole.ok && [whole.value.from, countEvents(whole.value.program)]).toEqual(['table', DEPTH + 1]);
  const refused = readAny(tableOf(DEPTH + 1));
  expect(refused.ok ? [] : refused.error).toMatchObject({
    from: 'table',
    diagnostics: [{ message: 'events are nested more than 64 deep', span: { line: DEPTH + 1 } }],
  });
});

test('T14: a program that nests as deep as possible and repeats at many levels is printed as a text that can be read', () => {
  const letters = nest(
    DEPTH - 17,
    (inside) => `I${inside}.`,
    nest(12, (inside) => `N2I${inside}..`, 'N9E.'),
  );
  const read = readAny(letters);
  if (!read.ok) throw new Error(read.error.diagnostics[0]?.message);
  const again = readAny(printFolded(read.value.program));
  expect(again.ok && writeLetters(again.value.program)).toBe(letters);
});
