import { describe, expect, test } from 'vitest';
import { createRandom, drawFrom } from '../../lib/random.ts';
import { arbitraryProgram, forAll } from '../arbitrary.ts';
import { parseProgram } from './parse.ts';
import { printProgram } from './print.ts';
import { printFolded } from './print-folded.ts';

const programOf = (text: string) => {
  const read = parseProgram(text);
  return read.ok ? read.value.program : null;
};

test('repeated events are printed as repeat blocks', () => {
  const program = programOf('sleep; repeat 500 { enable; irq { repeat 90 { set k1 } }; disable }') ?? [];
  expect(printFolded(program)).toBe(
    'sleep\nrepeat 500 {\n  enable\n  irq {\n    repeat 90 {\n      set k1\n    }\n  }\n  disable\n}',
  );
});

test('a folded program reads back', () => {
  forAll(arbitraryProgram(), (program) => {
    const twice = [...program, ...program, ...program];
    expect(programOf(printFolded(program))).toEqual(program);
    // Three times the same is not always a program.
    expect(programOf(printFolded(twice))).toEqual(programOf(printProgram(twice)));
  });
});

describe('a long program', () => {
  const calls = programOf('enable; disable; pause; resume') ?? [];
  const randomCalls = (length: number) => {
    const random = createRandom(1);
    return Array.from({ length }, () => drawFrom(random, calls));
  };

  test('without repeats is printed line by line, and reads back', () => {
    const program = randomCalls(50_000);
    const text = printFolded(program);
    expect(text).not.toContain('repeat');
    expect(programOf(text)).toEqual(program);
  });

  test('is folded where a part of it repeats', () => {
    const program = [...randomCalls(30_000), ...Array(20_000).fill(calls[0])];
    const text = printFolded(program);
    expect(text).toMatch(/repeat 2000\d \{/);
    expect(programOf(text)).toEqual(program);
  });

  test('is folded where its lines are more than a text may have', () => {
    const text = printFolded(randomCalls(600_000));
    expect(text).toContain('repeat');
  });
});
