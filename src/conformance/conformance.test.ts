import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import type { Summary } from '../engine/model.ts';
import { run } from '../engine/run/run.ts';
import { calls, worldOf } from '../engine/testing.ts';

/**
 * The C of three revisions, compiled and measured: every call sequence to length 6. Our rows are written in the same
 * form and the whole files compared.
 */
const FILES: Record<string, readonly string[]> = {
  'v3-depth6.tsv': ['v3-07', 'v3'],
  'v4-depth6.tsv': ['v4-07', 'v4'],
  'v6-depth6.tsv': ['v6', 'v7.2'],
};

/** Callbacks and checks of a row in the order in which they happened, joined as the files have it. */
function effectsOf({ callbacks, checks }: Summary): string {
  const acts = [
    ...checks.map(({ macro, silent, statement }) => {
      const text = macro === 'VM_BUG_ON' ? 'BUG' : macro === 'VM_WARN_ON' ? 'WARN' : silent ? '(once)' : 'WARN_ONCE';
      return { statement, text };
    }),
    ...callbacks.map(({ callback, fields: saw, statement }) => ({
      statement: statement ?? 0,
      text: `${callback}@${Object.values(saw).join(',')}`,
    })),
  ].sort((a, b) => a.statement - b.statement);
  return acts.length === 0 ? '-' : acts.map(({ text }) => text).join('+');
}

describe.each(Object.entries(FILES).flatMap(([file, ids]) => ids.map((id) => [file, id] as const)))(
  '%s',
  (file, revision) => {
    const text = readFileSync(new URL(`./${file}`, import.meta.url), 'utf8');
    const header = text.split('\n').filter((line) => line.startsWith('#'));

    test.each(['arm64'])(`is what ${revision} does on %s`, (backend) => {
      const world = worldOf({ revision, backend });
      const rows: string[] = [];
      const visit = (sequence: string) => {
        for (const letter of 'EDPR') {
          const longer = sequence + letter;
          const trace = run(world, calls(longer));
          const summary = trace.summaryAt(trace.length - 1);
          rows.push([longer, effectsOf(summary), ...Object.values(summary.fields)].join('\t'));
          if (trace.end.over === null && longer.length < 6) visit(longer);
        }
      };
      visit('');
      // The files list E's subtree first, then D, P, R, each sequence before its extensions with E, D, P, R.
      expect(`${[...header, ...rows].join('\n')}\n`).toBe(text);
    });
  },
);
