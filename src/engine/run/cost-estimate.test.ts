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
