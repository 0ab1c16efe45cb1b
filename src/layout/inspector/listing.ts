import type { Code } from '../../engine/ir/compile.ts';
import type { CheckSeen, Moment, Setup } from '../../engine/model.ts';
import { assertNever } from '../../lib/assert.ts';

/** A line of the helper's listing with the outcomes of its statements. */
export interface ListingRow {
  readonly text: string;
  readonly indent: number;
  readonly statements: readonly StatementView[];
  /** Whether the statement at the cursor is on this line. */
  readonly current: boolean;
  /** Whether the call returned here. */
  readonly left: boolean;
}

export interface StatementView {
  readonly number: number;
  /** `fired`, `1 -> 2`, `not taken`, `not reached` …; empty while it is ahead. */
  readonly says: string;
  /** `loud`: a check that fired; `quiet`: one that was true and did not print; `missed`: not reached. */
  readonly tone: 'plain' | 'loud' | 'quiet' | 'missed' | 'ahead';
}

/** Moments of a call up to the cursor, with the checks of the rows that they belong to. */
export interface ListingProgress {
  readonly moments: readonly Moment[];
  readonly checks: readonly CheckSeen[];
  /** Whether the call has ended: statements without a moment were not reached. */
  readonly over: boolean;
}

export function listingOf(
  code: Code,
  past: ListingProgress,
  checks: Setup['checks'],
  current: number | null,
): ListingRow[] {
  const happened = new Map<number, Moment>();
  for (const moment of past.moments) if (moment.statement !== null) happened.set(moment.statement, moment);
  const left = leftBy(code, past);
  return code.listing.map(({ text, indent, statements }, index) => ({
    text,
    indent,
    statements: statements.map((number) => {
      const moment = happened.get(number);
      if (moment) return { number, ...outcomeOf(moment, past.checks, checks) };
      return past.over ? { number, says: 'not reached', tone: 'missed' } : { number, says: '', tone: 'ahead' };
    }),
    current: current !== null && statements.includes(current),
    left: index === left,
  }));
}

/** The index of the line with the `return` that ended the call; -1 for none. */
function leftBy({ listing }: Code, { moments, over }: ListingProgress): number {
  const last = moments.findLast(({ statement }) => statement !== null);
  if (!over || !last || last.what === 'check') return -1;
  const index = listing.findIndex(({ statements }) => statements.includes(last.statement ?? 0));
  const [line, next] = [listing[index], listing[index + 1]];
  if (!line || next?.text !== 'return;') return -1;
  return next.indent === line.indent || last.says.endsWith(': taken') ? index + 1 : -1;
}

/** The outcome of a statement, in a few words. */
export function outcomeOf(
  { what, says, statement }: Moment,
  seen: readonly CheckSeen[],
  checks: Setup['checks'],
): Pick<StatementView, 'says' | 'tone'> {
  switch (what) {
    case 'check': {
      const held = seen.find((check) => check.statement === statement);
      if (!held) return { says: checks === 'off' ? 'not evaluated' : 'does not fire', tone: 'plain' };
      if (held.silent) return { says: 'true again, already printed', tone: 'quiet' };
      return held.fired ? { says: 'fired', tone: 'loud' } : { says: 'true, but not evaluated', tone: 'quiet' };
    }
    case 'write':
    case 'condition':
      return { says: says.slice(says.lastIndexOf(': ') + 2), tone: 'plain' };
    case 'callback':
      return { says: says.endsWith('returns at once') ? 'returns at once' : 'called', tone: 'plain' };
    case 'act':
      return { says, tone: 'plain' };
    default:
      return assertNever(what);
  }
}

const LOUDEST: readonly StatementView['tone'][] = ['loud', 'quiet', 'plain', 'ahead', 'missed'];

/** The tone of the more important of a line's statements. */
export const toneOf = (statements: readonly StatementView[]): StatementView['tone'] | undefined =>
  LOUDEST.find((tone) => statements.some((statement) => statement.tone === tone));

/** The outcomes of a line's statements, without repetition. */
export const outcomeText = ({ statements, left }: Pick<ListingRow, 'statements' | 'left'>): string =>
  left ? 'returns here' : [...new Set(statements.map(({ says }) => says).filter((says) => says !== ''))].join(', ');
