// Test support, imported by tests only: reads the case files of this folder and formats a run in their notation.

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

/** A case of a case file. `vectors/README.md` describes the format. */
export interface Case {
  /** The id of its vector. A vector with several results has several cases. */
  readonly id: string;
  readonly title: string;
  /** File and line, as in `arm64.txt:12`. */
  readonly place: string;
  readonly setups: readonly Pick<Setup, 'backend' | 'era' | 'revision'>[];
  readonly program: string;
  readonly expected: readonly Line[];
}

/** The expectation of one row: its number, its event with the callbacks, and the facts. */
interface Line {
  readonly number: number;
  readonly head: string;
  readonly facts: readonly string[];
}

const HEADING = /^# ([A-Z]\d+) {2}(\S.*)$/;

/** Reads a case file. Throws on malformed text and on a case without expectations. */
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
  // Blank lines replace the text above the program, so that diagnostics have the line numbers of the file.
  const program = '\n'.repeat(start + 1) + above.map((line) => (isSetup(line) ? '' : line)).join('\n');
  const expectations = lines.slice(arrow + 1).filter((line) => line.trim() !== '' && !line.startsWith('#'));
  assert(setups.length > 0, `${place}: no line "@ backend era revision"`);
  assert(expectations.length > 0, `${place}: nothing is expected`);
  return { id, title, place, setups, program, expected: expectations.map((line) => readLine(place, line)) };
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
 * Formats the expectation of a case and a run on one of its setups as comparable lines. A row without an expectation
 * gets a line too if it did more than store and queue, so that no unexpected effect passes.
 */
export function compareCase({ place, program, expected }: Case, setup: Case['setups'][number]) {
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
      lineOf(number, head, [...facts.filter(isAction), ...facts.filter((fact) => !isAction(fact))]),
    ),
    actual,
  };
}

const lineOf = (number: number, head: string, facts: readonly string[]) =>
  `${number} ${head}${facts.length === 0 ? '' : `: ${facts.join('; ')}`}`;

/** Whether a fact is an action of the row. A case must list all of them; other facts are values that it may check. */
const isAction = (fact: string) =>
  /^(store|queue|flush|barrier|tlb|bug|fault|finding) /.test(fact) || /^(ignored|under-way|skipped|ended)$/.test(fact);

function rowOf(trace: Trace, number: number, wanted: Line | undefined): string | null {
  const row = trace.rows.at(number - 1);
  assert(row, `no row ${number}`);
  const head = printRow(row.event, row.part);
  const slot = trace.slotOf(number);
  // After a BUG nothing is executed, and the row of the BUG reports it.
  if (slot < 0) return trace.end.over === null ? lineOf(number, head, ['never happens']) : null;
  const summary = trace.summaryAt(slot);
  const actions = actionsOf(summary);
  const quiet = summary.callbacks.length === 0 && actions.every((action) => /^(store|queue) /.test(action));
  if (!wanted) return quiet ? null : lineOf(number, head + callbacksOf(summary), actions);
  const values = wanted.facts.filter((fact) => !isAction(fact)).map((fact) => valueIn(trace, slot, fact));
  return lineOf(number, head + callbacksOf(summary), [...actions, ...values]);
}

const callbacksOf = ({ callbacks, task: own }: Summary) =>
  callbacks.map(({ callback, task }) => ` -> ${callback}${task === own ? '' : ` ${task}`}`).join('');

const effectText = ({ kind, how, entries, cpu }: Effect) =>
  `${kind} ${how} ${entries}${cpu === 0 ? '' : ` cpu ${cpu}`}`;

const actionsOf = ({ outcome, effects, findings }: Summary): string[] => [
  ...(outcome === 'done' || outcome === 'silent' ? [] : [outcome]),
  ...effects.map(effectText),
  ...findings.map((finding) => `finding ${findingId(finding)}`),
];

/** Formats a fact such as `pending 1` or `B.pause_count 0` with its actual value. */
function valueIn(trace: Trace, slot: number, fact: string): string {
  const { task: own, result, pending } = trace.summaryAt(slot);
  // The summary has these two; every other value requires executing the row again.
  if (fact.startsWith('gives ')) return `gives ${result ?? 'nothing'}`;
  if (fact.startsWith('pending ')) return `pending ${pending}`;
  const [, named, text = ''] = /^(?:([A-Z])\.)?(.*)$/.exec(fact) ?? [];
  const values = valuesOf(trace.world, inspect(trace, slot).after, named ?? own ?? 'A', text);
  const name = [...values.keys()].find((known) => text.startsWith(`${known} `));
  assert(name, `"${fact}" is no fact: expected an action, gives, pending, memory, ${[...values.keys()].join(', ')}`);
  return `${named === undefined ? '' : `${named}.`}${name} ${values.get(name)}`;
}

/** Returns the values of a task: its fields, the registers of the architecture, and the page that the fact names. */
function valuesOf({ simulation }: World, machine: Machine, task: TaskId, text: string): Map<string, string> {
  const fields: Fields = machine.tasks[task]?.fields ?? {};
  const values = new Map<string, string>([['fields', Object.keys(fields).join(', ') || 'none']]);
  for (const [name, value] of Object.entries(fields)) values.set(name, String(value));
  // E is the number of open sections; the first field of each revision counts them.
  for (const value of Object.values(fields).slice(0, 1)) values.set('E', String(value));
  for (const { name, value } of simulation.registers(machine, task, null)) values.set(name, value);
  const [, space, index] = /^memory (k|u|)(\d+) /.exec(text) ?? [];
  if (index !== undefined) {
    const id = pageId(machine, task, space === 'k' ? 'kernel' : 'user', Number(index));
    values.set(`memory ${space}${index}`, pteText(pageOf(machine, id).memory));
  }
  return values;
}
