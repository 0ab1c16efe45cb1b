import { readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { expect, test } from 'vitest';
import type { Finding } from '../../engine/model.ts';
import { rules } from '../../engine/rules/index.ts';
import { isViolationOf, propertyReads } from './property.ts';
import { parseProperty } from './testing.ts';

const finding = (rule: string, sub: string | null, severity: Finding['severity'] = 'warning'): Finding => ({
  ...{ rule, sub, severity },
  clause: '',
  values: {},
  statement: null,
});

test.each([
  ['any', finding('sleep-in-section', null), true],
  ['any', finding('batching-lost', null, 'note'), false],
  ['batching-lost', finding('batching-lost', null, 'note'), true],
  ['kernel-check', finding('kernel-check', 'enable.3'), true],
  ['kernel-check.enable', finding('kernel-check', 'enable.3'), true],
  ['kernel-check.enable.3', finding('kernel-check', 'enable.3'), true],
  ['kernel-check.enable.3', finding('kernel-check', 'enable.31'), false],
  ['arch-bug.leave', finding('arch-bug', 'enter'), false],
  ['arch-bug.leave', finding('arch-bug', null), false],
])('the property %s matches the finding %o: %s', (property, one, yes) => {
  expect(isViolationOf(parseProperty(property), one)).toBe(yes);
});

/** Patterns of source text that reads state kept for rules alone. */
const LOOKS = {
  'open-counts': /\.openCalls\b|openCallsOf\(/,
  'open-calls': /\.pair\b|\bpause\?\.|\b(?:enables|pauses)(?:\[|\.(?!length\b))/,
  entered: /\bentered\b/,
  found: /restingState\(|\.found\b|wasActive/,
};

test('every rule declares the bookkeeping that it reads, so that a search keeps it', () => {
  const folder = join(import.meta.dirname, '../../engine/rules');
  const texts = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) =>
    rules.ids.includes(basename(name, '.ts')),
  );
  expect(texts).toHaveLength(rules.all.length);
  for (const name of texts) {
    const code = readFileSync(join(folder, name), 'utf8').replace(
      /^ {2}(title|why|source):[^\n]*(\n {4}[^\n]*)*/gm,
      '',
    );
    const seen = (['open-counts', 'open-calls', 'entered', 'found'] as const).filter((kept) =>
      LOOKS[kept].test(code.replace(/reads: .*/, '')),
    );
    const id = basename(name, '.ts');
    expect({ id, reads: [...(rules.get(id).reads ?? [])] }).toEqual({ id, reads: seen });
  }
});

test('a search for any problem keeps all bookkeeping', () => {
  expect([...propertyReads('any')].sort()).toEqual(['entered', 'found', 'open-calls', 'open-counts']);
  expect([...propertyReads(parseProperty('arch-bug'))]).toEqual([]);
});
