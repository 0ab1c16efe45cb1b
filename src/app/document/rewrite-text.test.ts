import { expect, test } from 'vitest';
import { arbitraryProgram, forAll } from '../../notation/arbitrary.ts';
import { parseProgram } from '../../notation/text/parse.ts';
import { printProgram } from '../../notation/text/print.ts';
import { programOf } from '../testing.ts';
import { rewriteText } from './rewrite-text.ts';

const rewritten = (text: string, next: string) => rewriteText({ text, program: programOf(text) }, programOf(next));

test('a text in printed form is printed again, with the right indents', () => {
  expect(rewritten('enable\n  set k1\ndisable', 'set k1; disable')).toBe('set k1\ndisable');
});

test('comments, long names and blank lines stay where the edit does not touch them', () => {
  const text = '# the outer one\nlazy_mmu_mode_enable();\n\n  set k1   # first\nlazy_mmu_mode_disable();\n# end';
  expect(rewritten(text, 'enable; set k1; pause; disable')).toBe(
    '# the outer one\nlazy_mmu_mode_enable();\n\n  set k1   # first\n  pause\nlazy_mmu_mode_disable();\n# end',
  );
  expect(rewritten(text, 'enable; disable')).toBe(
    '# the outer one\nlazy_mmu_mode_enable();\nlazy_mmu_mode_disable();\n# end',
  );
});

test('a comment whose row is deleted stays with the next row', () => {
  expect(rewritten('enable\n# why\npause\nresume # x', 'enable; resume')).toBe('enable\n# why\nresume # x');
});

test('rows that share a line and repeats that would be split are printed', () => {
  expect(rewritten('enable; disable # both', 'enable; set k1; disable')).toBe('enable\n  set k1\ndisable');
  expect(rewritten('repeat 2 { sleep } # twice', 'sleep')).toBe('sleep');
});

test('a text that already says the program stays as it is', () => {
  expect(rewritten('enable ;; # x', 'enable')).toBe('enable ;; # x');
});

test('the rewritten text always says the program', () => {
  const pair = arbitraryProgram({ maxLength: 6 });
  forAll(pair, (old) => {
    forAll(pair, (next) => {
      const text = printProgram(old).replaceAll('\n', '  # c\n\n');
      const read = parseProgram(rewriteText({ text, program: old }, next));
      expect(read.ok && printProgram(read.value.program)).toBe(printProgram(next));
    });
  });
});
