import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { readProgram } from '../../notation/text/parse.ts';
import type { Program } from '../model.ts';
import { exceedsBudget } from './cost-estimate.ts';

function programOf(text: string): Program {
  const read = readProgram(text);
  if (!read.ok) throw new Error(text);
  return read.value.program;
}

const HOURS = 'repeat 100000 { set 0..1023 }';

test.each([
  '',
  'repeat 500000 { enable; disable }',
  'set 0..1023; clear 3',
  'repeat 20000 { irq { enable; disable } }',
])('"%s" can be run', (text) => {
  expect(exceedsBudget(programOf(text))).toBeNull();
});

test.each([HOURS, 'repeat 60000 { irq { enable; disable } }', 'repeat 200 { irq { set k0..k1023 } }'])(
  '"%s" cannot',
  (text) => {
    expect(exceedsBudget(programOf(text))).toMatch(/^running it costs as much as \d+ calls/);
  },
);

test('the pages of overlapping ranges count once', () => {
  const ranges = fc.array(fc.tuple(fc.nat(60), fc.nat(60)), { maxLength: 20 });
  fc.assert(
    fc.property(ranges, (all) => {
      const text = all.map(([one, other]) => `set ${Math.min(one, other)}..${Math.max(one, other)}`).join('\n');
      const pages = new Set(all.flatMap(([one, other]) => span(Math.min(one, other), Math.max(one, other))));
      const repeated = programOf(`repeat 500000 { set 0 }\n${text}`);
      const pageOps = 500_000 + all.reduce((sum, [one, other]) => sum + Math.abs(one - other) + 1, 0);
      expect(exceedsBudget(repeated) === null).toBe(pageOps * (4 + pages.add(0).size / 8) <= 3_000_000);
    }),
  );
});

const span = (first: number, last: number): number[] => Array.from({ length: last - first + 1 }, (_, n) => first + n);
