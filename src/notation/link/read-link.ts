import { CHECKS, ERAS, type Program } from '../../engine/model.ts';
import { rowIndexOf } from '../../engine/run/row-index.ts';
import { err, ok, type Result } from '../../lib/result.ts';
import type { Diagnostic } from '../../lib/source.ts';
import { LIMITS } from '../text/limits.ts';
import { createLineIndex } from '../text/line-index.ts';
import { BACKEND_ID, MAX_BACKENDS, MAX_QUERY, MAX_TITLE, NO_EVENTS, REVISION_ID, type View } from './link.ts';
import { readLetters } from './read-letters.ts';
import { decodeText } from './text-code.ts';

/**
 * Reads a link, or its part from `#` on, with or without the `#`. Characters that a mail program added around it (`<…>`, a full stop) or
 * inside it (`%7E`) are tolerated. Ids of revisions and backends are returned unchecked; eras are checked.
 */
export function readLink(text: string): Result<View, readonly Diagnostic[]> {
  if (text.length > LIMITS.text) return err([diagnostic(0, 0, `the link has ${text.length} characters`)]);
  const { hash, from } = hashIn(text);
  const version = /^(\d{1,9})\//.exec(hash)?.[1];
  if (version === undefined) {
    return err([diagnostic(from, text.length, 'this is not a link to a program', '#1/v6/arm64-7.0/EEDD/4')]);
  }
  if (version !== '1') {
    const message = `this link has version ${version}, from a newer release`;
    return err([diagnostic(from, from + version.length, message, 'version 1, or a newer release of this program')]);
  }
  const segments = split(hash, from);
  if (segments.length < 5) {
    const expected = '/<revision>/<architecture-release>/<letters>/<row>';
    return err([
      diagnostic(
        from,
        from + hash.length,
        `no ${NAMES[segments.length]} after the ${NAMES[segments.length - 1]}`,
        expected,
      ),
    ]);
  }
  return readSegments(segments);
}

const NAMES = ['version', 'revision', 'architecture', 'letters', 'row'];

interface Segment {
  readonly text: string;
  readonly at: number;
}

/** Reports an error. The reader then returns a fallback, which is discarded with the rest. */
type Report = (segment: Segment, message: string, expected?: string) => void;

function readSegments([, revision, backends, letters, row, ...options]: readonly Segment[]) {
  const wrong: Diagnostic[] = [];
  const report: Report = ({ at, text }, message, expected) => {
    if (wrong.length < LIMITS.diagnostics) wrong.push(diagnostic(at, at + text.length, message, expected));
  };
  const none = { text: '', at: 0 };
  const program = readProgram(letters ?? none, wrong);
  const view: View = {
    revision: readRevision(revision ?? none, report),
    backends: readBackends(backends ?? none, report),
    program: program ?? [],
    row: readNumber(row ?? none, {
      most: program ? rowIndexOf(program).length : 999999999,
      what: 'a row of this program',
      report,
    }),
    checks: 'kernel',
    panicOnWarn: false,
    capacity: null,
    ...readOptions(options, report),
  };
  return wrong.length > 0 ? err(wrong) : ok(view);
}

function readRevision(segment: Segment, report: Report): string {
  const revision = segment.text.replaceAll('~', ':');
  if (!REVISION_ID.test(revision))
    report(segment, `"${short(segment.text)}" is not the id of a revision`, 'an id such as v6');
  return revision;
}

function readBackends(segment: Segment, report: Report): View['backends'] {
  const pairs = segment.text.split('_');
  if (pairs.length > MAX_BACKENDS) {
    report(segment, `the link names ${pairs.length} architectures`, `at most ${MAX_BACKENDS}`);
    return [];
  }
  return pairs.flatMap((pair) => {
    const dash = pair.lastIndexOf('-');
    const [backend, name] = [pair.slice(0, Math.max(0, dash)), pair.slice(dash + 1)];
    const era = ERAS.find((known) => known === name);
    if (era && BACKEND_ID.test(backend)) return [{ backend, era }];
    if (BACKEND_ID.test(backend)) report(segment, `there is no kernel release "${short(name)}"`, ERAS.join(', '));
    else
      report(
        segment,
        `"${short(pair)}" is not an architecture and its kernel release`,
        'arm64-7.0, several joined by _',
      );
    return [];
  });
}

function readProgram({ text, at }: Segment, wrong: Diagnostic[]): Program | null {
  const program = readLetters(text === NO_EVENTS ? '' : text);
  if (program.ok) return program.value;
  for (const { span, message, expected } of program.error) {
    wrong.push(diagnostic(at + span.start, at + span.end, message, expected));
  }
  return null;
}

function readOptions(options: readonly Segment[], report: Report): Partial<View> {
  const seen = new Set<string>();
  const view: { -readonly [K in keyof View]?: View[K] } = {};
  for (const option of options) {
    const [name = ''] = /^[a-z]{0,20}/.exec(option.text) ?? [];
    const value = option.text.slice(name.length + (option.text[name.length] === '-' ? 1 : 0));
    const inside = { text: value, at: option.at + option.text.length - value.length };
    if (seen.has(name)) report(option, `duplicate option "${short(name)}"`, 'each option once');
    seen.add(name);
    if (name === 'at') view.moment = readNumber(inside, { most: 9999, what: 'a statement of a row', report });
    else if (name === 'capacity') {
      view.capacity = readNumber(inside, { least: 1, most: 65535, what: 'a batch size', report });
    } else if (option.text === 'panic') view.panicOnWarn = true;
    else if (name === 'checks') {
      const checks = CHECKS.find((known) => known === value);
      if (checks) view.checks = checks;
      else report(inside, `checks cannot be "${short(value)}"`, CHECKS.join(', '));
    } else if (name === 'title') view.title = readText(inside, { most: MAX_TITLE, what: 'the title', report });
    else if (name === 'ask') view.question = readText(inside, { most: MAX_QUERY, what: 'the query', report });
    else report(option, `unknown link option "${short(option.text)}"`, 'at, checks, panic, capacity, title or ask');
  }
  return view;
}

function readText(segment: Segment, { most, what, report }: { most: number; what: string; report: Report }): string {
  const text = decodeText(segment.text);
  if (!text.ok) report({ text: '~', at: segment.at + text.error }, `${what} has an invalid escape`);
  else if (text.value === '' || text.value.length > most) {
    report(segment, `${what} has ${text.value.length} characters`, `1 to ${most}`);
  }
  return text.ok ? text.value : '';
}

function readNumber(
  segment: Segment,
  { least = 0, most, what, report }: { least?: number; most: number; what: string; report: Report },
): number {
  const number = Number(segment.text);
  if (/^\d{1,9}$/.test(segment.text) && number >= least && number <= most) return number;
  report(segment, `"${short(segment.text)}" is not ${what}`, `${least} to ${most}`);
  return least;
}

/** Returns the part after `#` without characters that a mail program added, and its offset. */
function hashIn(text: string): { readonly hash: string; readonly from: number } {
  const mark = text.indexOf('#');
  const start = mark >= 0 ? mark + 1 : text.length - text.trimStart().length;
  const blank = text.slice(start).search(/\s/);
  let end = blank < 0 ? text.length : start + blank;
  while (end > start && !/[A-Za-z0-9]/.test(text[end - 1] ?? '')) end -= 1;
  const hash = text
    .slice(start, end)
    .replace(/%(2[DEF]|5F|7E)/gi, (_, hex) => String.fromCharCode(Number.parseInt(hex, 16)));
  return { hash, from: start };
}

function split(hash: string, from: number): Segment[] {
  let at = from;
  return hash.split('/').map((text) => {
    const segment = { text, at };
    at += text.length + 1;
    return segment;
  });
}

const short = (text: string): string => (text.length > 40 ? `${text.slice(0, 37)}...` : text);

function diagnostic(start: number, end: number, message: string, expected?: string): Diagnostic {
  const span = createLineIndex('').spanOf(start, end);
  return expected === undefined ? { span, message } : { span, message, expected };
}
