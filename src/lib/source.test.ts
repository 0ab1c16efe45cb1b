import { expect, test } from 'vitest';
import { formatDiagnostic } from './source.ts';

const span = { line: 3, column: 7, start: 20, end: 24 };

test.each([
  [{ span, message: '"enabel" is not an event' }, undefined, '3:7: "enabel" is not an event'],
  [
    { span, message: '"enabel" is not an event', expected: 'enable' },
    undefined,
    '3:7: "enabel" is not an event (expected enable)',
  ],
  [{ span, message: 'too long' }, 'crash.lazy', 'crash.lazy:3:7: too long'],
])('a diagnostic has a position, a message and the expected text', (diagnostic, name, text) => {
  expect(formatDiagnostic(diagnostic, name)).toBe(text);
});
