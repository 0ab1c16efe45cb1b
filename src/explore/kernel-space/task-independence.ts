import { assert } from '../../lib/assert.ts';
import { search } from '../search/search.ts';
import type { Bounds, SearchMonitor } from '../search/space.ts';
import { actionOfMove, listActions } from './actions.ts';
import { createKernelSpace, type KernelSpace, type KernelSpaceOptions } from './kernel-space.ts';
import { composeState, type SharedState, sharedStateIn, type TaskState, taskStateIn } from './task-state.ts';

/** Tasks that have nothing to do with each other, and do nothing that was looked for. */
export interface IndependentTasks {
  /** States in which one of them can be. */
  readonly statesPerTask: number;
  /** States of all together. */
  readonly states: number;
}

/**
 * Whether two tasks that preempt each other have nothing to do with each other, and neither does what is looked for. Then
 * each state of the one occurs with each of the other, and who has tried those of one knows of all. It is so where
 *
 * - what a task does changes nothing but what is its own, and is the same for both, whatever the other has and whoever ran before;
 * - a switch changes nothing but who runs, and leads to the same whatever either has.
 *
 * The states of one are searched. Both premises are then tried at every pair of the kinds in which those came, in every situation
 * to which switches lead. Each situation has the product of the states of those tasks that have run.
 *
 * `null`: it is not so, or not known: something was found, there are more states or kinds of them than are tried, or both
 * together are no more than `bounds.maxStates`, so that they are as well searched.
 */
export function proveTaskIndependence(
  options: KernelSpaceOptions,
  bounds: Bounds,
  monitor: SearchMonitor = {},
): IndependentTasks | null {
  if (!canBeIndependent(options, bounds)) return null;
  const kinds: TaskState[] = [];
  const alone: KernelSpace = createKernelSpace(
    { ...options, scope: { ...options.scope, preempt: 'none' } },
    (state) => {
      if (kinds.length <= MAX_KINDS) kinds.push(taskStateIn(alone, alone.unpack(state), 0));
    },
  );
  const tooMany = () => kinds.length > MAX_KINDS || monitor.isCancelled?.() === true;
  const verdict = search(alone, bounds, { ...monitor, isCancelled: tooMany });
  if (verdict.verdict !== 'holds' || kinds.length > MAX_KINDS) return null;
  const each = verdict.states;
  if (2 * each ** 2 <= bounds.maxStates) return null;
  const situations = reachSharedStates(options, kinds, monitor);
  if (!situations) return null;
  const product = ({ hasRun: ran }: SharedState) => ran.reduce((all, one) => all * (one ? each : 1), 1);
  return { statesPerTask: each, states: situations.reduce((sum, situation) => sum + product(situation), 0) };
}

/** As many are paired in a second or two. */
const MAX_KINDS = 160;

/** Whether the question is of a sort of which this can be so: interrupts are nobody's own, and a goal is one of both. */
function canBeIndependent(
  { scope, worlds, isViolation, isGoalState }: KernelSpaceOptions,
  { maxLength }: Bounds,
): boolean {
  const { tasks, cpus, interrupts, preempt, callers } = scope;
  const onlySwitches = tasks === 2 && cpus === 1 && interrupts === 'none' && preempt === 'calls';
  const whole = callers !== 'balanced' && maxLength === Number.POSITIVE_INFINITY;
  return onlySwitches && whole && worlds.length === 1 && isViolation !== null && !isGoalState;
}

/** All situations to which switches lead, where both premises hold; else null. The first kind is that of a task that has done nothing. */
function reachSharedStates(
  options: KernelSpaceOptions,
  kinds: readonly TaskState[],
  monitor: SearchMonitor,
): readonly SharedState[] | null {
  const stepper = createStepper(options);
  const { start } = stepper;
  const idle = kinds.slice(0, 1);
  if (!stepper.begun.every((owned) => isSame(owned, idle[0]))) return null;
  /** What a task of each kind does to what it has. */
  const does: string[] = [];
  const found = new Map([[JSON.stringify(start), start]]);
  for (const situation of found.values()) {
    const { running, hasRun: ran } = situation;
    if (running < 0) return null;
    let leads: readonly SharedState[] | null = null;
    for (const [kind, own] of (ran[running] ? kinds : idle).entries()) {
      if (monitor.isCancelled?.()) return null;
      for (const other of ran[1 - running] ? kinds : idle) {
        const step = stepper.from(situation, running === 0 ? [own, other] : [other, own]);
        if (!step) return null;
        does[kind] ??= step.does;
        leads ??= step.leads;
        if (does[kind] !== step.does || !isSame(leads, step.leads)) return null;
      }
    }
    for (const lead of leads ?? []) {
      assert(
        lead.hasRun.every((one, task) => one === (ran[task] || task === lead.running)),
        'who has run is known',
      );
      found.set(JSON.stringify(lead), lead);
    }
  }
  return [...found.values()];
}

interface Step {
  /** All moves of the running task, and what it then has. */
  readonly does: string;
  /** Where switches lead. */
  readonly leads: readonly SharedState[];
}

function createStepper(options: KernelSpaceOptions) {
  const space = createKernelSpace(options);
  const actions = listActions(options.scope);
  const begin = space.unpack(space.initial);
  return {
    start: sharedStateIn(begin),
    /** What each task has at the start. */
    begun: [0, 1].map((task) => taskStateIn(space, begin, task)),
    /** null: something is touched that is not to be, or found that is looked for. */
    from(situation: SharedState, owned: readonly TaskState[]): Step | null {
      const does: unknown[] = [];
      const leads: SharedState[] = [];
      let apart = true;
      space.moves(space.pack(composeState(space, situation, owned, begin.order)), (move, _cost, next, isGoal) => {
        const after = space.unpack(next);
        const there = sharedStateIn(after);
        const have = owned.map((_, task) => taskStateIn(space, after, task));
        const isSwitch = actions[actionOfMove(move)]?.kind === 'switch';
        if (isSwitch) leads.push(there);
        else {
          does.push([move, have[situation.running]]);
          apart &&= isSame(there, situation);
        }
        apart &&=
          !isGoal && have.every((one, task) => isSame(one, owned[task]) || (!isSwitch && task === situation.running));
      });
      return apart ? { does: JSON.stringify(does), leads } : null;
    },
  };
}

const isSame = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b);
