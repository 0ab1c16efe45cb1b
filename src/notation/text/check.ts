import type { Anchor, Event, PageEvent, Program } from '../../engine/model.ts';
import { anchorText } from '../../engine/run/call.ts';
import { bodiesOf, isSilent } from '../../engine/run/rows.ts';
import { LIMITS } from './limits.ts';
import { hasLoneSurrogate } from './quote.ts';

/** An error of a program that does not depend on the revision or the architecture. */
export interface ProgramProblem {
  /** Index path of the event, as `Row.path`; empty for the program as a whole. */
  readonly path: readonly number[];
  readonly event: Event | null;
  /** Lower case, with the value found. */
  readonly message: string;
  readonly expected?: string;
}

/**
 * Checks a program before it runs and returns its problems in reading order: events that the notation cannot express, a switch in an
 * interrupt, an mm that is set too late, exceeded limits. Copies of one event count once, and at most `LIMITS.diagnostics` problems are
 * returned.
 */
export function checkProgram(program: Program): readonly ProgramProblem[] {
  const problems: ProgramProblem[] = [];
  const seen = new Set<Event>();
  const ran = new Set<string>();
  let count = 0;

  const report = (event: Event | null, path: readonly number[], [message, expected]: Complaint) => {
    if (event && seen.has(event)) return;
    if (event) seen.add(event);
    const at = { path, event, message };
    problems.push(expected === undefined ? at : { ...at, expected });
  };
  const visit = (events: readonly Event[], within: Enclosure) => {
    for (let index = 0; index < events.length; index++) {
      if (problems.length >= LIMITS.diagnostics || count > LIMITS.events) return;
      visitOne(events[index] as Event, index, within);
    }
  };
  const visitOne = (event: Event, index: number, within: Enclosure) => {
    count += 1;
    if (count > LIMITS.events) {
      report(null, [], [`the program has more than ${LIMITS.events} events`, 'fewer repeats']);
      return;
    }
    const complaint = complaintAbout(event);
    if (complaint) report(event, [...within.path, index], complaint);
    const off = within.off || event.off === true;
    if (!off && event.kind === 'task' && ran.has(event.task)) {
      report(
        event,
        [...within.path, index],
        [`task ${event.task} has already run, so its mm cannot change`, 'this line before its first event'],
      );
    }
    // Any other task can run only after a switch by A.
    if (!off && ran.size === 0 && !isSilent(event)) ran.add('A');
    if (!off && event.kind === 'switch') {
      if (within.interrupt)
        report(
          event,
          [...within.path, index],
          [`a switch cannot happen in ${within.interrupt}`, 'the switch after the closing }'],
        );
      ran.add(event.task);
    }
    const bodies = bodiesOf(event);
    if (bodies.length === 0) return;
    if (within.depth >= LIMITS.depth) {
      report(event, [...within.path, index], [`events are nested more than ${LIMITS.depth} deep`]);
      return;
    }
    const interrupt = event.kind === 'irq' || event.kind === 'softirq' ? event.kind : within.interrupt;
    const path = [...within.path, index];
    bodies.forEach((body, block) => {
      const inside = event.kind === 'call' ? [...path, block] : path;
      visit(body, { path: inside, off, interrupt, depth: within.depth + 1 });
    });
  };

  visit(program, { path: [], off: false, interrupt: null, depth: 0 });
  return problems;
}

interface Enclosure {
  /** Path of the enclosing event. */
  readonly path: readonly number[];
  readonly off: boolean;
  readonly interrupt: 'irq' | 'softirq' | null;
  readonly depth: number;
}

type Complaint = readonly [message: string, expected?: string];

/** Returns what is wrong with an event regardless of its position. */
function complaintAbout(event: Event): Complaint | null {
  switch (event.kind) {
    case 'call':
      return (
        complaintAboutRange(event.range, event.helper) ?? complaintAboutAnchors(event.inside?.map((b) => b.anchor))
      );
    case 'page':
      return complaintAboutPage(event);
    case 'switch':
      if (event.cpu !== undefined && !isWithin(event.cpu, 0, LIMITS.cpu)) {
        return [`there is no CPU ${event.cpu}`, `0 to ${LIMITS.cpu}`];
      }
      return complaintAboutTask(event.task);
    case 'task':
      if (!/^m[1-9]\d?$/.test(event.mm)) return [`"${event.mm}" is not an mm`, 'm1 to m99'];
      return complaintAboutTask(event.task);
    case 'note':
      if (event.text.length > LIMITS.note) {
        return [`the note has ${event.text.length} characters`, `at most ${LIMITS.note}`];
      }
      return hasLoneSurrogate(event.text)
        ? ['the note contains half a character (a lone surrogate)', 'whole characters']
        : null;
    default:
      return null;
  }
}

function complaintAboutTask(task: string): Complaint | null {
  return /^[A-Z]$/.test(task) ? null : [`"${task}" is not a task`, 'one upper-case letter'];
}

function complaintAboutRange(range: { from: number; to: number } | undefined, helper: string): Complaint | null {
  if (!range) return null;
  if (helper !== 'enable') return [`${helper} does not take a range of pages`, 'enable range 0..7'];
  if (isWithin(range.from, 0, LIMITS.page) && isWithin(range.to, range.from, LIMITS.page)) return null;
  return [
    `${range.from}..${range.to} is not a range of pages`,
    `two indexes from 0 to ${LIMITS.page}, the lower first`,
  ];
}

function complaintAboutAnchors(anchors: readonly Anchor[] = []): Complaint | null {
  for (const anchor of anchors) {
    if ('number' in anchor && !isWithin(anchor.number, 1, LIMITS.anchor)) {
      return [`no helper has a place "${anchorText(anchor)}"`, `a number from 1 to ${LIMITS.anchor}`];
    }
  }
  return null;
}

function complaintAboutPage({ op, page, to }: PageEvent): Complaint | null {
  if (!isWithin(page.index, 0, LIMITS.page)) return [`there is no page ${page.index}`, `0 to ${LIMITS.page}`];
  if (to === undefined) return null;
  if (op !== 'set') return [`${op} takes one page, not a range`, 'one page'];
  if (isWithin(to, page.index, LIMITS.page)) return null;
  return [`${page.index}..${to} is not a range of pages`, `two indexes from 0 to ${LIMITS.page}, the lower first`];
}

const isWithin = (value: number, least: number, most: number) =>
  Number.isInteger(value) && value >= least && value <= most;
