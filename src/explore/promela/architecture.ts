import type { World } from '../../engine/setup/world.ts';
import type { Automaton, AutomatonStep, StepOutcome, TableColumn } from './automaton.ts';

/** What an architecture contributes to a model. */
export interface ArchitectureText {
  readonly variables: readonly string[];
  readonly inlines: readonly string[];
  /** A callback of a helper, as a statement without a semicolon. */
  callback(name: string): string;
  /** Conditions to test after a callback: it returned at once, or it hit a BUG; null if that never happens. */
  readonly ignored: string | null;
  readonly bug: string | null;
  /** Whether the architecture can hit a BUG anywhere. */
  readonly dies: boolean;
  /** Whether updates are pending for the running task, as an expression. */
  readonly pending: string;
  /**
   * Whether switches have steps of their own, whether they can be refused, and whether one to task B can violate the
   * property.
   */
  readonly switches: boolean;
  readonly refuses: boolean;
  readonly looks: boolean;
}

/** Whether an architecture contributes nothing: its state never changes and its steps have no effect. */
export const isIdle = ({ states, steps }: Automaton): boolean =>
  states.length === 1 && steps.every((step) => outcomesOf(step).every(isQuiet));

export const callsBack = ({ steps }: Automaton): boolean =>
  steps.flatMap(outcomesOf).some((outcome) => outcome.callsBack);

const outcomesOf = ({ rows }: AutomatonStep): StepOutcome[] =>
  rows.flatMap((own) => own.flatMap((outcome) => outcome ?? []));

const isQuiet = ({ to, broken, bug, ignored, refused }: StepOutcome): boolean =>
  to >= 0 && !broken && !bug && !ignored && !refused;

/** `broken` is the statement for a violation of the property, `tasks` the number of active tasks. */
export function architectureText(world: World, automaton: Automaton, broken: string, tasks: number): ArchitectureText {
  const { states, pending } = automaton;
  const looking = tasks === 1 ? automaton.steps.flatMap(lookOf) : [];
  const steps = [...automaton.steps, ...looking];
  const all = steps.flatMap(outcomesOf);
  const leavesTable = all.some(({ to }) => to < 0);
  const ignores = all.some(({ ignored }) => ignored);
  const refuses = all.some(({ refused }) => refused);
  const width = String(states.length - 1).length;
  return {
    variables: [
      '',
      `/*`,
      ` * The state of ${world.backend.title} and of the pages, as a number. Values of a page are numbered by age: 1 is the`,
      ' * oldest one that still exists anywhere.',
      ...states.map((words, number) => ` * ${String(number).padStart(width)}: ${words}`),
      ' */',
      `${states.length > 255 ? 'short' : 'byte'} arch = 0;`,
      ...(ignores ? ['/* Whether the last callback returned at once. */', 'bool ignored = false;'] : []),
      ...(refuses ? ['/* Whether the last switch was refused. */', 'bool refused = false;'] : []),
      ...(leavesTable
        ? [
            '/* Preemption nests deeper than the table covers. If this assertion fails, the model says nothing about the rule. */',
            'bool table_is_large_enough = true;',
            'inline leave_table() { table_is_large_enough = false; assert(table_is_large_enough) }',
          ]
        : []),
    ],
    inlines: steps.flatMap((step) => [...inlineOf(step, broken), '']),
    callback: (name) => `arch_${name}()`,
    ignored: ignores ? 'ignored' : null,
    bug: steps.some((step) => step.name.startsWith('arch_') && outcomesOf(step).some(({ bug }) => bug))
      ? 'over > 0'
      : null,
    dies: all.some(({ bug }) => bug),
    pending: pendingText(pending),
    switches: steps.some(({ name }) => name.startsWith('switch_')),
    ...{ refuses, looks: looking.length > 0 },
  };
}

function pendingText({ rows, columns }: AutomatonStep): string {
  const tests = new Map<string, number[]>();
  rows.forEach((own, state) => {
    for (const { test, outcome } of casesOf(own, columns)) {
      if (outcome.broken) tests.set(test, [...(tests.get(test) ?? []), state]);
    }
  });
  const all = [...tests].map(([test, states]) => `(${[among(states), ...(test === '' ? [] : [test])].join(' && ')})`);
  return all.length === 0 ? 'false' : `(${all.join(' || ')})`;
}

/** Writes a step as one option per outcome, guarded by the states and columns that lead to it. */
function inlineOf({ name, comment, columns, rows }: AutomatonStep, broken: string): string[] {
  const options = new Map<string, Map<string, number[]>>();
  rows.forEach((own, state) => {
    for (const { test, outcome } of casesOf(own, columns)) {
      const statements = statementsOf(outcome, state, broken).join('; ');
      if (statements === '') continue;
      const tests = options.get(statements) ?? new Map<string, number[]>();
      options.set(statements, tests.set(test, [...(tests.get(test) ?? []), state]));
    }
  });
  const lines = [...options].flatMap(([statements, tests]) =>
    [...tests].map(
      ([test, states]) => `  :: ${[among(states), ...(test === '' ? [] : [test])].join(' && ')} -> ${statements}`,
    ),
  );
  const body = lines.length === 0 ? ['  skip'] : ['  if', ...lines, '  :: else -> skip', '  fi'];
  return [`/* ${comment} */`, `inline ${name}() {`, ...body, '}'];
}

/** The outcomes of a state, with tests of the columns that make a difference. */
function casesOf(
  own: readonly (StepOutcome | undefined)[],
  columns: readonly TableColumn[],
): readonly { readonly test: string; readonly outcome: StepOutcome }[] {
  let telling = columns.map((_, n) => n);
  let cases = casesBy(own, telling);
  for (const column of telling) {
    const fewer = telling.filter((n) => n !== column);
    const merged = casesBy(own, fewer);
    if (merged) [telling, cases] = [fewer, merged];
  }
  return [...(cases ?? [])].map(([bits, outcome]) => ({
    test: telling.map((n) => ((bits >> n) & 1 ? columns[n]?.yes : columns[n]?.no)).join(' && '),
    outcome,
  }));
}

/** Outcomes by the values of some columns; null if these do not determine the outcome. */
function casesBy(
  own: readonly (StepOutcome | undefined)[],
  telling: readonly number[],
): Map<number, StepOutcome> | null {
  const mask = telling.reduce((sum, n) => sum | (1 << n), 0);
  const cases = new Map<number, StepOutcome>();
  for (const [bits, outcome] of own.entries()) {
    if (!outcome) continue;
    const known = cases.get(bits & mask);
    if (known && JSON.stringify(known) !== JSON.stringify(outcome)) return null;
    cases.set(bits & mask, outcome);
  }
  return cases;
}

/** The first half of a round-trip switch, for programs that end with a violation there; empty if none can. */
function lookOf(step: AutomatonStep): AutomatonStep[] {
  const { name, rows } = step;
  if (name !== 'switch_to_B' || !outcomesOf(step).some(({ broken }) => broken)) return [];
  const quiet = { bug: false, ignored: false, refused: false, callsBack: false };
  return [
    {
      ...step,
      ...{ name: 'look_to_B', comment: 'switch B as the last event' },
      rows: rows.map((own, to) => own.map((outcome) => outcome && { ...quiet, to, broken: outcome.broken })),
    },
  ];
}

function statementsOf({ to, broken, bug, ignored, refused }: StepOutcome, from: number, breaks: string): string[] {
  return [
    ...(broken ? [breaks] : []),
    ...(to < 0 ? ['leave_table()'] : to === from ? [] : [`arch = ${to}`]),
    ...(bug ? ['over = 1'] : []),
    ...(ignored ? ['ignored = true'] : []),
    ...(refused ? ['refused = true'] : []),
  ];
}

/** `(arch == 1 || arch == 3 || arch == 4)`; consecutive numbers become ranges. */
function among(states: readonly number[]): string {
  const runs: [number, number][] = [];
  for (const state of states) {
    const last = runs.at(-1);
    if (last && last[1] === state - 1) last[1] = state;
    else runs.push([state, state]);
  }
  const tests = runs.map(([from, to]) =>
    from === to
      ? `arch == ${from}`
      : from + 1 === to
        ? `arch == ${from} || arch == ${to}`
        : `arch >= ${from} && arch <= ${to}`,
  );
  const [only = ''] = tests;
  if (tests.length === 1) return only.includes('||') ? `(${only})` : only;
  return `(${tests.map((test) => (test.includes('&&') ? `(${test})` : test)).join(' || ')})`;
}
