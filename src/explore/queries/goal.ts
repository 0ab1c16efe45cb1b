import { interruptOf } from '../../engine/machine.ts';
import type { Machine, TaskId } from '../../engine/model.ts';
import { activeOf, type World } from '../../engine/setup/world.ts';
import { abbreviate } from '../../lib/phrases.ts';
import { err, ok, type Result } from '../../lib/result.ts';
import type { Diagnostic, Span } from '../../lib/source.ts';
import { LIMITS } from '../../notation/text/limits.ts';
import { nearest } from '../../notation/text/suggest.ts';

/** A description of a state; all conditions hold at once. */
export type Goal = readonly Condition[];

export interface Condition {
  /** The task whose state is tested; `interrupt` belongs to no task. */
  readonly task: TaskId;
  /** A field of the revision's per-task state, or one of `DERIVED_NAMES`. */
  readonly what: string;
  readonly compare: Compare;
  /** 0 and 1 for no and yes. */
  readonly value: number;
}

const COMPARES = ['=', '!=', '<', '<=', '>', '>='] as const;
type Compare = (typeof COMPARES)[number];

/**
 * Names besides the revision's fields: whether the mode is active, the number of pending updates, whether an interrupt
 * runs.
 */
const DERIVED_NAMES = ['active', 'pending', 'interrupt'] as const;

const WORDS: Readonly<Record<string, number>> = { no: 0, false: 0, yes: 1, true: 1 };
const MAX_VALUE = 65_535;

/** Lists the names that conditions may use. */
export const goalVocabulary = ({ revision }: World): string =>
  [...revision.fields.map(({ name }) => name), ...DERIVED_NAMES].join(', ');

/**
 * Parses `enable_count = 2, B.pause_count >= 1, active = no`: conditions separated by commas, line ends or `and`. A
 * name may be shortened to any unambiguous prefix.
 */
export function parseGoal(text: string, world: World, tasks: readonly TaskId[]): Result<Goal, readonly Diagnostic[]> {
  if (text.length > MAX_GOAL) {
    const message = `the state has ${text.length} characters`;
    return err([{ span: spanOf(text, 0, 0), message, expected: `at most ${MAX_GOAL}` }]);
  }
  const errors: Diagnostic[] = [];
  const goal: Condition[] = [];
  for (const { part, start } of partsOf(text)) {
    const parsed = parseCondition(part, world, tasks);
    if (parsed.ok) goal.push(parsed.value);
    else errors.push({ ...parsed.error, span: spanOf(text, start + parsed.error.at, parsed.error.length) });
  }
  if (errors.length > 0) return err(errors.slice(0, LIMITS.diagnostics));
  if (goal.length > 0) return ok(goal);
  return err([{ span: spanOf(text, 0, text.length), message: 'no condition is given', expected: example(world) }]);
}

/** UTF-16 units of a goal: a hundred conditions. */
const MAX_GOAL = 4000;

const example = (world: World): string => `conditions such as "${world.revision.fields[0]?.name ?? 'pending'} = 2"`;

function partsOf(text: string): { readonly part: string; readonly start: number }[] {
  const separator = /,|;|\n|\band\b/gi;
  const cuts = [...text.matchAll(separator)].map(({ index, 0: cut }) => ({ from: index, to: index + cut.length }));
  const starts = [0, ...cuts.map(({ to }) => to)];
  const ends = [...cuts.map(({ from }) => from), text.length];
  return starts.flatMap((from, i) => {
    const raw = text.slice(from, ends[i]);
    const part = raw.trim();
    return part === '' ? [] : [{ part, start: from + raw.indexOf(part) }];
  });
}

/** An error in a part of the text, and where. */
type ConditionError = Omit<Diagnostic, 'span'> & { readonly at: number; readonly length: number };

function parseCondition(part: string, world: World, tasks: readonly TaskId[]): Result<Condition, ConditionError> {
  const match = /^(?:([a-z]\w*)\.)?(\w+)\s*(?:(!=|<=|>=|==|=|<|>)\s*(\S+))?$/i.exec(part);
  if (!match) {
    return err({
      at: 0,
      length: part.length,
      message: `"${abbreviate(part)}" is not a condition`,
      expected: example(world),
    });
  }
  const [, owner, word = '', sign = '=', value = 'yes'] = match;
  const task = (owner ?? tasks[0] ?? 'A').toUpperCase();
  if (!tasks.includes(task)) {
    return err({
      at: 0,
      length: owner?.length ?? 0,
      message: `there is no task ${abbreviate(task)}`,
      expected: tasks.join(' or '),
    });
  }
  const at = owner === undefined ? 0 : owner.length + 1;
  const names = [...world.revision.fields.map(({ name }) => name), ...DERIVED_NAMES];
  const begun = names.filter((name) => name.startsWith(word.toLowerCase()));
  const what = names.find((name) => name === word) ?? (begun.length === 1 ? begun[0] : undefined);
  if (what === undefined) {
    const meant = nearest(word, names);
    const message = `"${abbreviate(word)}" is not part of the state${meant === undefined ? '' : `; did you mean "${meant}"?`}`;
    return err({ at, length: word.length, message, expected: names.join(', ') });
  }
  if (what === 'active' && world.active === null) {
    return err({ at, length: word.length, message: `${world.revision.id} does not record whether the mode is active` });
  }
  const number = WORDS[value.toLowerCase()] ?? (/^\d{1,5}$/.test(value) ? Number(value) : Number.NaN);
  if (!(number <= MAX_VALUE)) {
    const from = part.lastIndexOf(value);
    const expected = `a number from 0 to ${MAX_VALUE}, yes or no`;
    return err({ at: from, length: value.length, message: `"${abbreviate(value)}" is not a value`, expected });
  }
  const compare = COMPARES.find((one) => one === sign) ?? '=';
  return ok({ task, what, compare, value: number });
}

function spanOf(text: string, start: number, length: number): Span {
  const before = text.slice(0, start).split('\n');
  return { line: before.length, column: (before.at(-1)?.length ?? 0) + 1, start, end: start + length };
}

/** Returns a predicate that tests whether a machine is in the described state. */
export const goalPredicate =
  (goal: Goal, world: World) =>
  (machine: Machine): boolean =>
    goal.every(({ task, what, compare, value }) => holds(valueIn(machine, world, task, what), compare, value));

function valueIn(machine: Machine, world: World, id: TaskId, what: string): number {
  const task = machine.tasks[id];
  if (!task) return 0;
  switch (what) {
    case 'active':
      return Number(activeOf(world, task));
    case 'pending':
      return world.simulation.pending(machine, id);
    case 'interrupt':
      return Number(interruptOf(machine) !== null);
    default:
      return task.fields[what] ?? 0;
  }
}

function holds(found: number, compare: Compare, value: number): boolean {
  switch (compare) {
    case '=':
      return found === value;
    case '!=':
      return found !== value;
    case '<':
      return found < value;
    case '<=':
      return found <= value;
    case '>':
      return found > value;
    case '>=':
      return found >= value;
  }
}

/** Prints `enable_count = 2, B.pause_count >= 1`, which parses to the same goal. */
export const goalText = (goal: Goal): string =>
  goal
    .map(({ task, what, compare, value }) => {
      const yesNo = what === 'active' || what === 'interrupt';
      return `${task === 'A' ? '' : `${task}.`}${what} ${compare} ${yesNo && value < 2 ? (value ? 'yes' : 'no') : value}`;
    })
    .join(', ');
