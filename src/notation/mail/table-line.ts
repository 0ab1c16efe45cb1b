/** The claims of a row about its call: an empty list for none, null if it makes no claim. */
export interface Claims {
  /** Names without `arch_` and `()`. */
  readonly callbacks: readonly string[] | null;
  readonly outcome: 'ignored' | 'skipped' | null;
  /** Of a page operation: `stored`. */
  readonly result: string | null;
  /** By the label in the table; booleans are 0 and 1. */
  readonly state: Readonly<Record<string, number>>;
  readonly pending: number | null;
  /** Checks said to have fired or held: `VM_WARN_ON_ONCE(enable_count == 0)`. */
  readonly checks: readonly string[];
}

/** A line that looks like a row. */
export interface TableLine {
  /** The number in front, if there is one. */
  readonly number: number | null;
  /** The event in the notation. */
  readonly head: string;
  /** Position of the event in the line, from 0. */
  readonly from: number;
  readonly until: number;
  readonly claims: Claims;
  /** True if only a call table can contain such a line. */
  readonly sure: boolean;
  /** A remark after the row. */
  readonly remark: string;
}

/** The part of a row after the event, possibly wrapped to its own line by a mail program. */
export interface RowTail {
  readonly claims: Claims;
  readonly remark: string;
}

export const NOTHING_CLAIMED: Claims = {
  callbacks: null,
  outcome: null,
  result: null,
  state: {},
  pending: null,
  checks: [],
};

/** Replaces quote and comment marks and unusual spaces by plain spaces; the length does not change. */
export function unquoteLine(line: string): string {
  return line
    .replace(/[\u00a0\u2000-\u200b\u202f\u205f\u2060\u3000\ufeff\r]/g, ' ')
    .replace(/^[\s>|]*(?:\*\s)?/, (marks) => ' '.repeat(marks.length))
    .trimEnd();
}

/** What was read behind events, by its text: rows of a long table have few different claims. */
export type TailCache = Map<string, RowTail | null>;

/** Reads an unquoted line as a row; null if it is not one. */
export function readLine(line: string, tails: TailCache): TableLine | null {
  if (line.length > MAX_LINE) return null;
  const match = ROW.exec(line);
  if (!match) return null;
  const [whole, before = '', number, head = ''] = match;
  const call = CALL.test(head);
  const rest = line.slice(whole.length);
  const tail = tails.get(rest) ?? readTail(rest);
  tails.set(rest, tail);
  if (!tail || (call && tail.claims.result !== null)) return null;
  const { state, pending } = tail.claims;
  const columns = [number !== undefined, pending !== null, Object.keys(state).length > 0];
  return {
    number: number === undefined ? null : Number(number),
    head: head.replace(/^(~?)\.\.\._/, '$1lazy_mmu_mode_'),
    from: before.length,
    until: whole.length,
    claims: tail.claims,
    sure: call || (hasOutcome(tail.claims) && columns.includes(true)),
    remark: tail.remark,
  };
}

/** Whether the claims include the effect of the call. */
export const hasOutcome = ({ callbacks, outcome, result }: Claims): boolean =>
  callbacks !== null || outcome !== null || result !== null;

// A row has 72 columns plus a few quote marks; matching longer lines would only cost time.
const MAX_LINE = 1000;

const BLOCK = '(?: (?:after|before) (?:\\d+|write \\d+|callback) \\{)?';
const EVENTS = [
  `(?:lazy_mmu_mode_|\\.\\.\\._)\\w+ ?\\([^()]*\\)(?: range \\S+)?${BLOCK}`,
  '(?:set|clear|get-and-clear|wrprotect|read|read raw|touch) [uk]?\\d+(?:\\.\\.[uk]?\\d+)?(?: (?:64k|huge))?(?: write)?',
  'flush-tlb|gather-flush|(?:soft)?irq \\{|bh (?:off|on)|sleep|exit',
  'switch [A-Z](?: cpu \\d)?|task [A-Z] mm m\\d+',
  'note "(?:[^"\\\\]|\\\\.)*"',
  `\\}${BLOCK}`,
];
const ROW = new RegExp(`^(\\s*(?:(\\d{1,7})[.:)]?\\s+)?(?:[A-Z-][0-7]?\\s+)?)(~?(?:${EVENTS.join('|')}))(?=\\s|-|=|$)`);
const CALL = /^~?(?:lazy_mmu_mode_|\.\.\._)/;

const ARROW = /^\s*(?:-+>|=+>|\u2192|-&gt;)\s*/;
const NONE = /^(?:[\u00f8\u00d8]|\u00c3\u00b8|\(none\)|none|nothing|-)(?=\s|$)/;
const CALLBACKS = /^arch_\w+\(\)(?:\s?[+,]\s?arch_\w+\(\))*/;
const OUTCOME = /^(ignored|skipped)(?=\s|$)/;
const RESULT = /^\S+(?: (?!pending )[^\s=]+)*(?=\s|$)/;
const VALUE = /^[\s,]*([A-Za-z_][\w.]*) ?= ?(\d+|true|false)(?=[\s,;]|$)/;
const PENDING = /^\s*pending +(\d+)(?=\s|$)/;

/** Reads `-> arch_enter()  e=1 p=0`, any part of which may be missing; null if there is other text. */
export function readTail(text: string): RowTail | null {
  let rest = text;
  const take = (pattern: RegExp): RegExpExecArray | null => {
    const match = pattern.exec(rest);
    if (match) rest = rest.slice(match[0].length);
    return match;
  };
  let claims = NOTHING_CLAIMED;
  while (take(ARROW)) {
    if (take(NONE)) claims = { ...claims, callbacks: claims.callbacks ?? [] };
    else claims = { ...claims, ...happenedIn(take(CALLBACKS), take(OUTCOME), claims) };
    if (!hasOutcome(claims)) claims = { ...claims, result: take(RESULT)?.[0] ?? null };
  }
  const values: (readonly [string, number])[] = [];
  for (let value = take(VALUE); value; value = take(VALUE)) {
    const [, label = '', written = ''] = value;
    values.push([label, written === 'true' ? 1 : written === 'false' ? 0 : Number(written)]);
  }
  if (values.length > 0) claims = { ...claims, state: Object.fromEntries(values) };
  const pending = take(PENDING);
  if (pending) claims = { ...claims, pending: Number(pending[1]) };
  const remark = rest.trim();
  const isSeparate =
    remark === '' || /^\s*(?:<-|\/[*/]|#|\()/.test(rest) || (claims !== NOTHING_CLAIMED && /^\s{2}|^\t/.test(rest));
  return isSeparate ? { claims, remark } : null;
}

function happenedIn(
  callbacks: RegExpExecArray | null,
  outcome: RegExpExecArray | null,
  before: Claims,
): Partial<Claims> {
  if (outcome) return { outcome: outcome[1] === 'ignored' ? 'ignored' : 'skipped' };
  if (!callbacks) return {};
  const names = [...callbacks[0].matchAll(/arch_(\w+?)(?:_lazy_mmu_mode)?\(\)/g)].map(([, name = '']) => name);
  return { callbacks: [...(before.callbacks ?? []), ...names] };
}
