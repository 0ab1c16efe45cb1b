import { describe, expect, test } from 'vitest';
import type { Setup } from '../engine/model.ts';
import { runOf } from '../engine/testing.ts';
import { arbitraryCalls, arbitraryProgram, forAll } from '../notation/arbitrary.ts';
import { parseProgram } from '../notation/text/parse.ts';
import { type Traces, WRITE_DEFAULTS } from './format.ts';
import { formats } from './index.ts';

const tracesOf = (text: string, ...setups: readonly Partial<Setup>[]): Traces => {
  const read = parseProgram(text);
  if (!read.ok) throw new Error(text);
  const { program } = read.value;
  const [first = {}, ...rest] = setups;
  return [runOf(first, program), ...rest.map((setup) => runOf(setup, program))];
};

const SAMPLES = [
  { id: 'six', traces: tracesOf('enable; enable; pause; resume; disable; disable') },
  {
    id: 'interrupted',
    traces: tracesOf('enable after write 1 { irq { enable; set k1; disable } }; disable', { revision: 'v4-07' }),
  },
];
const options = { ...WRITE_DEFAULTS, row: 2, address: 'https://lazy-mmu.example/' };

describe.each(formats.all)('the format $id', (format) => {
  test.each(SAMPLES)('writes $id as it always did', async ({ id, traces }) => {
    const refused = format.refuse?.(traces) ?? null;
    const text = refused === null ? format.write(traces, options) : `refused: ${refused}\n`;
    expect(text).toMatch(/\n$/);
    await expect(text).toMatchFileSnapshot(`golden/${format.id}-${id}.txt`);
  });

  test('writes several traces of one program into one text', () => {
    const traces = tracesOf('enable; disable', { backend: 'arm64' }, { backend: 'none' });
    const text = format.write(traces, WRITE_DEFAULTS);
    expect(text).not.toBe('');
    expect(text.endsWith('\n')).toBe(true);
    if (format.pieces) expect([...format.pieces(traces, WRITE_DEFAULTS)].join('')).toBe(text);
  });

  test('the format reads back every program that it writes', () => {
    const { read } = format;
    if (!read) return;
    let written = 0;
    for (const arbitrary of [arbitraryCalls(), arbitraryProgram({ maxLength: 6, depth: 2 })]) {
      forAll(arbitrary, (program) => {
        const traces: Traces = [runOf({}, program)];
        if (program.length === 0 || (format.refuse?.(traces) ?? null) !== null) return;
        written += 1;
        expect(read(format.write(traces, WRITE_DEFAULTS))).toEqual({ ok: true, value: program });
      });
    }
    expect(written).toBeGreaterThan(50);
  });

  test('says where a text is wrong that it does not read', () => {
    const result = format.read?.('this is ; nothing {');
    if (result?.ok === false) expect(result.error[0]?.span.line).toBe(1);
    expect(result?.ok).not.toBe(true);
  });
});
