import { existsSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { judgeMutants, type ListedSurvivor, mutantsOf } from './mutation-score.mjs';
import listed from './mutation-survivors.json' with { type: 'json' };

/** A report about one file: each mutant replaces the given code, at its first place in the source. */
function reportOf(source: string, changes: readonly (readonly [status: string, code: string, replacement: string])[]) {
  const positionAt = (offset: number) => {
    const lines = source.slice(0, offset).split('\n');
    return { line: lines.length, column: (lines.at(-1) ?? '').length + 1 };
  };
  const mutants = changes.map(([status, code, replacement]) => {
    const start = source.indexOf(code);
    return { status, replacement, location: { start: positionAt(start), end: positionAt(start + code.length) } };
  });
  return { files: { 'src/a.ts': { source, mutants } } };
}

const SOURCE = 'const a = 1;\nif (a > 0) {\n  stop(a);\n}\n';
const entry = (code: string, replacement: string, reason = 'both stop') => ({
  file: 'src/a.ts',
  line: 'if (a > 0) {',
  code,
  replacement,
  reason,
});

test('the score counts killed mutants and timeouts, and leaves out mutants that could not run', () => {
  const report = reportOf(SOURCE, [
    ['Killed', '1', '2'],
    ['Timeout', 'a > 0', 'true'],
    ['Survived', 'a > 0', 'false'],
    ['NoCoverage', 'stop(a);', ''],
    ['CompileError', 'a > 0', 'a'],
    ['Ignored', 'a > 0', 'b'],
  ]);
  const { score, summary } = judgeMutants(mutantsOf(report), [entry('a > 0', 'false')]);
  expect(score).toBe(50);
  expect(summary).toBe('50.00 % of 4 mutants, 1 killed, 1 timed out, 2 survived (1 listed)');
});

test('a survivor is a problem unless the list names it', () => {
  const mutants = mutantsOf(reportOf(SOURCE, [['Survived', 'a > 0', 'a >= 0']]));
  expect(judgeMutants(mutants, []).problems).toEqual(['not listed: src/a.ts:2 a > 0 -> a >= 0 in: if (a > 0) {']);
  expect(judgeMutants(mutants, [entry('a > 0', 'a >= 0')]).problems).toEqual([]);
});

test('a listed survivor is found again after its line has moved and its block is indented', () => {
  const block = '{\n  stop(a);\n}';
  const moved = SOURCE.replace('if', '\n\n  if').replace(block, '{\n    stop(a);\n  }');
  const mutants = mutantsOf(reportOf(moved, [['Survived', block.replaceAll('\n', '\n  '), '{}']]));
  expect(judgeMutants(mutants, [entry('{ stop(a); }', '{}')]).problems).toEqual([]);
});

test('a listed survivor that is killed or gone is a problem, unless its file has no mutants in this run', () => {
  const killed = mutantsOf(reportOf(SOURCE, [['Killed', 'a > 0', 'true']]));
  expect(judgeMutants(killed, [entry('a > 0', 'true')]).problems).toEqual([
    'listed but killed or gone: src/a.ts a > 0 -> true',
  ]);
  expect(judgeMutants(killed, [{ ...entry('a > 0', 'true'), file: 'src/b.ts' }]).problems).toEqual([]);
});

test('a listed survivor needs a reason', () => {
  const mutants = mutantsOf(reportOf(SOURCE, [['Survived', 'a > 0', 'true']]));
  expect(judgeMutants(mutants, [entry('a > 0', 'true', ' ')]).problems).toEqual([
    'listed without a reason: src/a.ts a > 0',
  ]);
});

test('every listed survivor has a reason and stands in its file, and none is listed twice', () => {
  const entries: readonly ListedSurvivor[] = listed;
  const keys = entries.map(({ reason: _, ...mutant }) => JSON.stringify(mutant));
  expect(new Set(keys).size).toBe(keys.length);
  const squeeze = (code: string) => code.replace(/\s+/g, ' ');
  for (const { file, line, code, reason } of entries) {
    expect(reason).not.toBe('');
    const source = existsSync(file) ? squeeze(readFileSync(file, 'utf8')) : '';
    expect(source).toContain(line);
    expect(source).toContain(code);
  }
});
