import { expect, test } from 'vitest';
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
