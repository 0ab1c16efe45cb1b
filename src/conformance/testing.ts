// Test support, imported by tests alone: reads the case files of this folder, and tells a run in their words.

import { pteText } from '../engine/backends/shared/pages.ts';
import { pageId, pageOf } from '../engine/machine.ts';
import type { Effect, Era, Fields, Machine, Setup, Summary, TaskId } from '../engine/model.ts';
import { findingId } from '../engine/run/finding-text.ts';
import { inspect, run, type Trace } from '../engine/run/run.ts';
import type { World } from '../engine/setup/world.ts';
import { worldOf } from '../engine/testing.ts';
import { assert } from '../lib/assert.ts';
import { formatDiagnostic } from '../lib/source.ts';
import { parseProgram } from '../notation/text/parse.ts';
import { printRow } from '../notation/text/print.ts';

/** A case of a file: README.md in this folder has the form. */
export interface Case {
  /** Of the vector that it belongs to; one with several results has several cases. */
  readonly id: string;
  readonly title: string;
  /** `arm64.txt:12`. */
  readonly place: string;
  readonly setups: readonly Pick<Setup, 'backend' | 'era' | 'revision'>[];
  readonly program: string;
  readonly expected: readonly Line[];
}

/** What is said of one row: its number and head as one text, its callbacks with it, and the facts. */
interface Line {
  readonly number: number;
  readonly head: string;
  readonly facts: readonly string[];
}

const HEADING = /^# ([A-Z]\d+) {2}(\S.*)$/;

/** Reads a case file. Throws at what is not of the form, and at a case that expects nothing. */
export function readCases(name: string, text: string): Case[] {
  const lines = text.split('\n');
  const starts = lines.flatMap((line, index) => (HEADING.test(line) ? [index] : []));
  const before = lines.slice(0, starts[0]).find((line) => line !== '' && !line.startsWith('#'));
  assert(before === undefined, `${name}: "${before}" stands in front of the first case`);
  return starts.map((start, i) => readCase(name, start, lines.slice(start, starts[i + 1])));
}

function readCase(name: string, start: number, [heading = '', ...lines]: readonly string[]): Case {
  const place = `${name}:${start + 1}`;
  const [, id = '', title = ''] = HEADING.exec(heading) ?? [];
  const arrow = lines.indexOf('==>');
  assert(arrow >= 0, `${place}: no line ==>`);
  const isSetup = (line: string) => line.startsWith('@ ');
  const above = lines.slice(0, arrow);
  const setups = above.filter(isSetup).flatMap((line) => readSetups(place, line));
  // Blank lines for what stands in front, so that a mistake in the program is reported at its line of the file.
  const program = '\n'.repeat(start + 1) + above.map((line) => (isSetup(line) ? '' : line)).join('\n');
  const told = lines.slice(arrow + 1).filter((line) => line.trim() !== '' && !line.startsWith('#'));
  assert(setups.length > 0, `${place}: no line "@ backend era revision"`);
  assert(told.length > 0, `${place}: nothing is expected`);
  return { id, title, place, setups, program, expected: told.map((line) => readLine(place, line)) };
}

function readSetups(place: string, line: string): Case['setups'] {
  const [, backend = '', era = '', ...revisions] = line.split(' ');
  assert(revisions.length > 0, `${place}: "${line}" names no revision`);
  return revisions.map((revision) => ({ backend, era: era as Era, revision }));
}

function readLine(place: string, line: string): Line {
  const [, number = '', head = '', facts] = /^(\d+) ([^:]+?)(?:: (\S.*))?$/.exec(line) ?? [];
  assert(head !== '', `${place}: "${line}" does not begin with a row's number and its event`);
  return { number: Number(number), head, facts: facts?.split('; ') ?? [] };
}

/**
 * A case's expectation and what a run on one of its setups was, both as lines in the same words. A row that is not named in
 * the expectation, but did more than to store and queue, has a line too: nothing unexpected passes.
 */
export function compared({ place, program, expected }: Case, setup: Case['setups'][number]) {
  const source = parseProgram(program);
  assert(
    source.ok,
    source.ok ? '' : source.error.map((wrong) => formatDiagnostic(wrong, place.split(':')[0])).join('\n'),
  );
  const trace = run(worldOf(setup), source.value.program);
  const wanted = new Map(expected.map((line) => [line.number, line]));
  const actual: string[] = [];
  for (let index = 0; index < trace.rows.length; index++) {
    const line = rowOf(trace, index + 1, wanted.get(index + 1));
    if (line !== null) actual.push(line);
  }
  return {
    expected: expected.map(({ number, head, facts }) =>
      lineOf(number, head, [...facts.filter(isDeed), ...facts.filter((fact) => !isDeed(fact))]),
    ),
    actual,
  };
}

const lineOf = (number: number, head: string, facts: readonly string[]) =>
  `${number} ${head}${facts.length === 0 ? '' : `: ${facts.join('; ')}`}`;

/** What a row did, all of which must be named; every other fact is a value after it, told where it is asked for. */
const isDeed = (fact: string) =>
  /^(store|queue|flush|barrier|tlb|bug|fault|finding) /.test(fact) || /^(ignored|under-way|skipped|ended)$/.test(fact);

function rowOf(trace: Trace, number: number, wanted: Line | undefined): string | null {
  const row = trace.rows.at(number - 1);
  assert(row, `no row ${number}`);
  const head = printRow(row.event, row.part);
  const slot = trace.slotOf(number);
  // Behind a BUG nothing happens, and the row that it ended says so.
  if (slot < 0) return trace.end.over === null ? lineOf(number, head, ['never happens']) : null;
  const summary = trace.summaryAt(slot);
  const deeds = deedsOf(summary);
  const quiet = summary.callbacks.length === 0 && deeds.every((deed) => /^(store|queue) /.test(deed));
  if (!wanted) return quiet ? null : lineOf(number, head + callbacksOf(summary), deeds);
  const values = wanted.facts.filter((fact) => !isDeed(fact)).map((fact) => valueIn(trace, slot, fact));
  return lineOf(number, head + callbacksOf(summary), [...deeds, ...values]);
}

const callbacksOf = ({ callbacks, task: own }: Summary) =>
  callbacks.map(({ callback, task }) => ` -> ${callback}${task === own ? '' : ` ${task}`}`).join('');

const effectText = ({ kind, how, entries, cpu }: Effect) =>
  `${kind} ${how} ${entries}${cpu === 0 ? '' : ` cpu ${cpu}`}`;

const deedsOf = ({ outcome, effects, findings }: Summary): string[] => [
  ...(outcome === 'done' || outcome === 'silent' ? [] : [outcome]),
  ...effects.map(effectText),
  ...findings.map((finding) => `finding ${findingId(finding)}`),
];

/** A fact such as `pending 1` or `B.pause_count 0` with the value that it really has. */
function valueIn(trace: Trace, slot: number, fact: string): string {
  const { task: own, result, pending } = trace.summaryAt(slot);
  // These two stand in the summary; for all else the row is executed again.
  if (fact.startsWith('gives ')) return `gives ${result ?? 'nothing'}`;
  if (fact.startsWith('pending ')) return `pending ${pending}`;
  const [, named, text = ''] = /^(?:([A-Z])\.)?(.*)$/.exec(fact) ?? [];
  const values = valuesOf(trace.world, inspect(trace, slot).after, named ?? own ?? 'A', text);
  const name = [...values.keys()].find((known) => text.startsWith(`${known} `));
  assert(name, `"${fact}" is no fact: expected a deed, gives, pending, memory, ${[...values.keys()].join(', ')}`);
  return `${named === undefined ? '' : `${named}.`}${name} ${values.get(name)}`;
}

/** What a machine can be asked of a task: its fields, the architecture's registers, the page that the fact names. */
function valuesOf({ simulation }: World, machine: Machine, task: TaskId, text: string): Map<string, string> {
  const fields: Fields = machine.tasks[task]?.fields ?? {};
  const values = new Map<string, string>([['fields', Object.keys(fields).join(', ') || 'none']]);
  for (const [name, value] of Object.entries(fields)) values.set(name, String(value));
  // E: how many sections are open, by whatever name the revision counts them.
  for (const value of Object.values(fields).slice(0, 1)) values.set('E', String(value));
  for (const { name, value } of simulation.registers(machine, task, null)) values.set(name, value);
  const [, space, index] = /^memory (k|u|)(\d+) /.exec(text) ?? [];
  if (index !== undefined) {
    const id = pageId(machine, task, space === 'k' ? 'kernel' : 'user', Number(index));
    values.set(`memory ${space}${index}`, pteText(pageOf(machine, id).memory));
  }
  return values;
}
