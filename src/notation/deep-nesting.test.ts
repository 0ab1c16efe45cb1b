/** Every notation with more nesting than a stack holds. */
import { expect, test } from 'vitest';
import { readAny } from './read-any.ts';

const DEEP = 100_000;
/** Nests a text in an opening and a closing one. */
const nested = (open: string, inside: string, close: string): string => open.repeat(DEEP) + inside + close.repeat(DEEP);

test.each([
  ['repeats', nested('repeat 1 {', 'enable', '}')],
  ['interrupts', nested('irq {', 'enable', '}')],
  ['blocks inside calls', nested('enable at 3 {', 'disable', '}')],
  ['repeats of a link', `#1/v6/arm64-7.0/${nested('N2', 'E', '.')}/1`],
  ['interrupts of a link', `#1/v6/arm64-7.0/${nested('I', 'E', '.')}/1`],
  ['blocks of a link', `#1/v6/arm64-7.0/${nested('E_3', 'D', '.')}/1`],
])('T17: %s nested 100,000 deep are refused with a place', (_what, text) => {
  const read = readAny(text);
  expect(read.ok).toBe(false);
  if (!read.ok) expect(read.error.diagnostics[0]?.span.line).toBeGreaterThan(0);
});

test('T17: a mail that is quoted 100,000 times is read or refused', () => {
  const quoted = `${'> '.repeat(DEEP)}1 enable\n${'>'.repeat(DEEP)} 2 disable`;
  expect(() => readAny(quoted)).not.toThrow();
});
