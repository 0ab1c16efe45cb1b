import { currentOf, interruptOf, isInInterrupt, taskOf } from '../machine.ts';
import type {
  CallbackSeen,
  CheckSeen,
  Effect,
  Event,
  Fields,
  Finding,
  Machine,
  Moment,
  Outcome,
  Program,
  Summary,
  TaskId,
} from '../model.ts';
import { rules } from '../rules/index.ts';
import type { Occasion, Rule } from '../rules/rule.ts';
import { activeHere, activeOf, type World } from '../setup/world.ts';

/** Receives what happens, in time order. Paths are index paths of the event in the program. */
export interface Sink {
  /** A row happened: part `part` of the event at `path`. */
  row(path: readonly number[], part: number, summary: Summary, after: Machine): void;
  /** A statement or act of the current row happened. Leave it out if moments are not needed. */
  moment?(moment: Moment): void;
}

/** A run in progress: the machine so far, and the row that is being recorded. */
export interface Run {
  readonly world: World;
  readonly program: Program;
  readonly sink: Sink;
  machine: Machine;
  row: RowRecord;
  /** The machine when it was last at rest: what was broken then is not reported again. */
  rest: Machine;
}

/** A row that is being recorded. */
export interface RowRecord {
  task: TaskId | null;
  cpu: number;
  context: Summary['context'];
  callbacks: CallbackSeen[];
  checks: CheckSeen[];
  effects: Effect[];
  findings: Finding[];
  result: string | null;
  inferred: string | null;
}

/** Starts a row in the running context. */
export function beginRow(run: Run): void {
  run.row = emptyRow(run.machine);
}

export function emptyRow(machine: Machine): RowRecord {
  return {
    task: currentOf(machine),
    cpu: machine.here,
    context: interruptOf(machine)?.kind ?? 'task',
    callbacks: [],
    checks: [],
    effects: [],
    findings: [],
    result: null,
    inferred: null,
  };
}

/** Ends the row and emits it, after judging the rules for a task between helpers. */
export function finishRow(
  run: Run,
  path: readonly number[],
  part: number,
  outcome: Outcome,
  why: string | null = null,
) {
  const task = currentOf(run.machine);
  if (task !== null && run.machine !== run.rest && isAtRest(run.machine, task)) {
    judgeRules(run, { at: 'rest', task, before: run.rest });
    run.rest = run.machine;
  }
  run.sink.row(path, part, summaryOf(run, outcome, why), run.machine);
}

const isAtRest = (machine: Machine, task: TaskId) =>
  machine.over === null && interruptOf(machine) === null && taskOf(machine, task).calls.length === 0;

function summaryOf({ world, machine, row }: Run, outcome: Outcome, why: string | null): Summary {
  const { task: id, cpu, context, callbacks, checks, effects, findings, result, inferred } = row;
  const task = id === null ? null : taskOf(machine, id);
  const runs = id !== null && currentOf(machine) === id;
  const others: Record<TaskId, Fields> = {};
  for (const other of Object.keys(machine.tasks)) if (other !== id) others[other] = taskOf(machine, other).fields;
  return {
    task: id,
    cpu,
    context,
    outcome,
    why,
    fields: task?.fields ?? {},
    others,
    active: task && (runs ? activeHere(world, machine, task) : activeOf(world, task)),
    entered: task?.entered ?? false,
    inInterrupt: isInInterrupt(machine),
    callbacks,
    checks,
    effects,
    result,
    pending: id === null ? 0 : world.simulation.pending(machine, id),
    findings,
    inferred,
  };
}

/** Adds effects; equal ones merge unless a flush comes between: `set 0..7` stores eight entries with one barrier. */
export function addEffects(row: RowRecord, effects: readonly Effect[]): void {
  for (const effect of effects) {
    const since = row.effects.findLastIndex(({ kind }) => kind === 'flush') + 1;
    const at = row.effects.findIndex(
      (other, i) => i >= since && other.kind === effect.kind && other.how === effect.how && other.cpu === effect.cpu,
    );
    const same = effect.kind === 'flush' ? undefined : row.effects[at];
    if (!same) row.effects.push(effect);
    else if (effect.kind !== 'barrier') row.effects[at] = { ...same, entries: same.entries + effect.entries };
  }
}

const RULES = new Map<Occasion['at'], readonly Rule[]>();

function rulesOn(at: Occasion['at']): readonly Rule[] {
  let found = RULES.get(at);
  if (!found) {
    found = rules.all.filter((rule) => rule.on.includes(at));
    RULES.set(at, found);
  }
  return found;
}

/** Lets the rules judge an occasion on the current machine. */
export function judgeRules(run: Run, occasion: Occasion): void {
  for (const rule of rulesOn(occasion.at)) {
    const breach = rule.judge(occasion, run.machine, run.world);
    if (!breach) continue;
    run.row.findings.push({
      rule: rule.id,
      sub: breach.sub ?? null,
      severity: breach.severity ?? rule.severity,
      clause: breach.clause,
      values: breach.values,
      statement: breach.statement ?? null,
    });
  }
}

/** Reports one statement or act to the sink. `says` is called only if the sink takes moments. */
export function reportMoment(run: Run, what: Moment['what'], statement: number | null, says: () => string): void {
  run.sink.moment?.({ what, statement, says: says(), task: run.row.task, machine: run.machine });
}

/** Whether an event needs a running task. */
export const needsTask = (event: Event): boolean => event.kind !== 'switch' && event.kind !== 'task';
