import type { Program } from '../../engine/model.ts';
import { err, ok, type Result } from '../../lib/result.ts';
import type { Diagnostic, Span } from '../../lib/source.ts';
import { LIMITS } from '../text/limits.ts';
import { createLineIndex } from '../text/line-index.ts';
import { readProgram } from '../text/parse.ts';
import {
  type Claims,
  hasOutcome,
  readLine,
  readTail,
  type TableLine,
  type TailCache,
  unquoteLine,
} from './table-line.ts';

/** A row that was read from a table. */
export interface TableRow {
  /** Line of the text, from 1. */
  readonly line: number;
  /** Row of the program, from 1. */
  readonly row: number;
  /** The number in front of it, which differs from `row` if rows were removed from the table. */
  readonly number: number | null;
  readonly claims: Claims;
}

/** A program that was read from a table, the claims of the table, and the other lines of the text. */
export interface MailTable {
  readonly program: Program;
  readonly rows: readonly TableRow[];
  readonly remarks: readonly { readonly line: number; readonly text: string }[];
}

/**
 * Reads a call table from an email: ours, or that of the series' commit messages; quoted, format-flowed, with tabs kept or expanded,
 * with missing or wrapped columns and remarks in between. A diff ends it. The error shows the form of a row, or what is wrong with one.
 */
export function readTable(text: string): Result<MailTable, readonly Diagnostic[]> {
  if (text.length > LIMITS.text) return err([{ span: NOWHERE, message: `the text has ${text.length} characters` }]);
  const { rows, remarks } = collectRows(text.split('\n'));
  if (!rows.some((row) => row.sure) && !isCounted(rows)) {
    const message = 'no line of this text is a row of a call table';
    return err([{ span: NOWHERE, message, expected: 'lazy_mmu_mode_enable()  -> arch_enter()  e=1 p=0' }]);
  }
  const heads = rows.map((row) => row.head).join('\n');
  const read = readProgram(heads);
  if (read.ok) {
    return ok({
      program: read.value.program,
      rows: rows.map(({ line, number, claims }, index) => ({ line, row: index + 1, number, claims })),
      remarks,
    });
  }
  const { spanOf } = createLineIndex(text);
  const starts = lineStarts(text);
  return err(
    read.error.map((diagnostic) => {
      const row = rows[diagnostic.span.line - 1];
      const start = (starts[(row?.line ?? 1) - 1] ?? 0) + (row?.from ?? 0);
      return { ...diagnostic, span: row ? spanOf(start, start + row.until - row.from) : NOWHERE };
    }),
  );
}

const NOWHERE: Span = { line: 1, column: 1, start: 0, end: 0 };

interface Found extends TableLine {
  readonly line: number;
}

type Remark = MailTable['remarks'][number];

function collectRows(lines: readonly string[]): {
  readonly rows: readonly Found[];
  readonly remarks: readonly Remark[];
} {
  const rows: Found[] = [];
  const remarks: Remark[] = [];
  const tails: TailCache = new Map();
  let open = false;
  for (const [index, quoted] of lines.entries()) {
    const line = unquoteLine(quoted);
    const text = line.trim();
    if (text.startsWith('diff --git ')) break;
    const row = readLine(line, tails);
    const before: Found | undefined = open && !row ? rows.pop() : undefined;
    const joined: Found | null = before ? joinContinuation(before, text) : null;
    if (before) rows.push(joined ?? before);
    if (row) rows.push({ ...row, line: index + 1 });
    const remark = row ? row.remark : joined ? '' : text;
    if (remark !== '') remarks.push({ line: index + 1, text: remark });
    open = row !== null || joined !== null;
  }
  return dropLookalikes(rows, remarks);
}

/** Drops lines that only look like rows: lines without a number in a numbered table, and any unmatched `}`. */
function dropLookalikes(rows: readonly Found[], remarks: readonly Remark[]) {
  const numbered = isCounted(rows) || rows.some((row) => row.sure && row.number !== null && hasOutcome(row.claims));
  const kept: Found[] = [];
  const words = [...remarks];
  let depth = 0;
  for (const row of rows) {
    const closes = row.head.startsWith('}');
    if (row.number === null && (numbered || (closes && depth === 0))) words.push({ line: row.line, text: row.head });
    else {
      kept.push(row);
      depth += (row.head.endsWith('{') ? 1 : 0) - (closes ? 1 : 0);
    }
  }
  return { rows: kept, remarks: words.sort((a, b) => a.line - b.line) };
}

/** Whether the rows are numbered from 1, unlike lines of prose. */
function isCounted(rows: readonly Found[]): boolean {
  const numbers = rows.flatMap(({ number }) => number ?? []);
  return numbers.length > 0 && numbers.every((number, index) => number === index + 1);
}

/** Adds a continuation line to a row: the rest of a note, a moved or wrapped tail, or a check. Null if it is none. */
function joinContinuation(row: Found, text: string): Found | null {
  const { claims, head } = row;
  if (head.length > MAX_HEAD || text.length > MAX_HEAD) return null;
  if (text.startsWith('!')) {
    const check = /^!\s+(VM_\w+\(.*\))(?: (?:fires|held) again, silent)?$/.exec(text)?.[1];
    const more = check === undefined || claims.checks.length >= MAX_CLAIMS ? [] : [check];
    return { ...row, claims: { ...claims, checks: [...claims.checks, ...more] } };
  }
  const continuation = /^\+\s/.test(text) ? text.slice(1).trimStart() : undefined;
  if (continuation?.startsWith('"') && head.endsWith('"'))
    return { ...row, head: head.slice(0, -1) + continuation.slice(1) };
  const tail = readTail(/^(?:arch_\w+\(|\u00f8|\(none\))/.test(text) ? `-> ${text}` : (continuation ?? text));
  if (tail?.remark !== '' || !canAdd(claims, tail.claims, continuation !== undefined)) return null;
  return { ...row, claims: mergeClaims(claims, tail.claims) };
}

// A note of 500 escaped characters, and the maximum effect of a call: anything longer is not part of a row.
const MAX_HEAD = 6000;
const MAX_CLAIMS = 100;

/** Whether a tail adds claims that the row does not have; a tail that our writer moved always does. */
function canAdd(claims: Claims, more: Claims, isContinuation: boolean): boolean {
  const has = (some: Claims) => some.pending !== null || Object.keys(some.state).length > 0;
  if ((claims.callbacks?.length ?? 0) + Object.keys(claims.state).length > MAX_CLAIMS) return false;
  if (isContinuation) return hasOutcome(more) || has(more);
  return hasOutcome(more) ? !hasOutcome(claims) && !has(claims) : has(more) && !has(claims);
}

const mergeClaims = (claims: Claims, more: Claims): Claims => ({
  callbacks: more.callbacks === null ? claims.callbacks : [...(claims.callbacks ?? []), ...more.callbacks],
  outcome: more.outcome ?? claims.outcome,
  result: more.result ?? claims.result,
  state: { ...claims.state, ...more.state },
  pending: more.pending ?? claims.pending,
  checks: claims.checks,
});

function lineStarts(text: string): number[] {
  const starts = [0];
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) starts.push(at + 1);
  return starts;
}
