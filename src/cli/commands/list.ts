import { scenarios } from '../../content/scenarios/index.ts';
import { backends } from '../../engine/backends/index.ts';
import type { Json } from '../../engine/model.ts';
import { revisions } from '../../engine/revisions/index.ts';
import { rules } from '../../engine/rules/index.ts';
import { formats } from '../../formats/index.ts';
import { readKeyword } from '../arguments.ts';
import type { CliCommand } from '../command.ts';
import { EXIT } from '../io.ts';

/** An entry of a registry: its cells in a table, and all of its data for JSON. */
interface ListedEntry {
  readonly cells: readonly string[];
  readonly all: { readonly id: string; readonly title: string; readonly [key: string]: Json };
}

const KINDS: Readonly<Record<string, { readonly kind: string; list(): readonly ListedEntry[] }>> = {
  revisions: {
    kind: 'revision',
    list: () =>
      revisions.all.map(({ id, title, date, aliases, meets, nearest, fields, changed, source }) => ({
        cells: [id, aliases.join(' '), date ?? '', fields.map(({ name }) => name).join(' '), title],
        all: {
          id,
          title,
          date,
          aliases,
          eras: meets,
          nearest,
          fields: fields.map(({ name, type }) => ({ name, type })),
          changed,
          source: { subject: source.subject, ref: source.ref },
        },
      })),
  },
  backends: {
    kind: 'backend',
    list: () =>
      backends.all.map(({ id, title, eras, defers, where, source }) => ({
        cells: [id, Object.keys(eras).join(' '), defers],
        all: { id, title, eras: Object.keys(eras), defers, where, source },
      })),
  },
  rules: {
    kind: 'rule',
    list: () =>
      rules.all.map(({ id, title, severity, why, source }) => ({
        cells: [id, severity, title],
        all: { id, title, severity, why, source },
      })),
  },
  formats: {
    kind: 'format',
    list: () =>
      formats.all.map((format) => {
        const { id, title, mediaType, extension } = format;
        return { cells: [id, title], all: { id, title, mediaType, extension, reads: format.read !== undefined } };
      }),
  },
  scenarios: {
    kind: 'scenario',
    list: () =>
      scenarios.all.map(({ id, title, summary, source, setup, program, row }) => ({
        cells: [id, title],
        all: { id, title, summary, source, setup: { ...setup }, program, row },
      })),
  },
};

const FORMATS = ['table', 'json'] as const;

export default {
  id: 'list',
  order: 40,
  title: 'List revisions, backends, rules, formats or scenarios',
  usage: `[OPTION]... ${Object.keys(KINDS).join('|')}`,
  options: {
    format: {
      value: FORMATS.join('|'),
      choices: FORMATS,
      help: 'a table, or one JSON object on each line (default table)',
    },
  },
  operands: Object.keys(KINDS),
  notes: [],
  async run(args, io) {
    const format = readKeyword('--format', args.value('format') ?? 'table', FORMATS);
    const operands = args.operands.map((operand) => readKeyword('an operand', operand, Object.keys(KINDS)));
    const mistakes = [format, ...operands].flatMap((read) => (read.ok ? [] : [read.error]));
    if (operands.length === 0) mistakes.push(`an operand is missing (expected ${Object.keys(KINDS).join(', ')})`);
    for (const message of mistakes) io.stderr(`lazymmu list: ${message}\n`);
    if (!format.ok || mistakes.length > 0) return EXIT.usage;
    for (const [index, name] of operands.flatMap((read) => (read.ok ? [read.value] : [])).entries()) {
      const { kind, list } = KINDS[name] ?? { kind: name, list: () => [] };
      const entries = list();
      if (format.value === 'json') {
        for (const { all } of entries) await io.stdout(`${JSON.stringify({ v: 1, kind, ...all })}\n`);
      } else {
        await io.stdout(`${index > 0 ? '\n' : ''}${formatTable(entries.map(({ cells }) => cells))}`);
      }
    }
    return EXIT.clean;
  },
} satisfies CliCommand;

/** Aligns columns; a column without any text is left out. */
function formatTable(rows: readonly (readonly string[])[]): string {
  const widths = (rows[0] ?? []).map((_, column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)));
  const lines = rows.map((row) =>
    row
      .map((cell, column) => ((widths[column] ?? 0) > 0 ? cell.padEnd((widths[column] ?? 0) + 2) : ''))
      .join('')
      .trimEnd(),
  );
  return lines.map((line) => `${line}\n`).join('');
}
