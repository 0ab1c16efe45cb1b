import { assert } from '../../lib/assert.ts';
import { search } from '../search/search.ts';
import type { Bounds, SearchMonitor } from '../search/space.ts';
import { actionOfMove, listActions } from './actions.ts';
import { createKernelSpace, type KernelSpace, type KernelSpaceOptions } from './kernel-space.ts';
import { composeState, type SharedState, sharedStateIn, type TaskState, taskStateIn } from './task-state.ts';

/** Proof that tasks are independent and never reach a goal. */
export interface IndependentTasks {
  /** Number of states of one task. */
  readonly statesPerTask: number;
  /** Number of states of all tasks together. */
  readonly states: number;
}

/**
 * Tries to prove that two tasks that preempt each other are independent of each other and of the goal. Then every state
 * of one occurs with every state of the other, and searching one task is enough. The premises are:
 *
 * - what a task does changes only its own state, and is the same for both tasks, whatever the other one's state is and
 *   whoever ran before;
 * - a switch changes only who runs, and leads to the same shared state whatever the tasks' states are.
 *
 * The states of one task are searched, and both premises are then tested on every pair of kinds among them, in every
 * shared state that switches reach. The states of a shared state are the product over the tasks that have run.
 *
 * Returns null if there is no proof: a goal was found, there are more states or kinds than the limits, or the product
 * is at most `bounds.maxStates` and can be searched directly.
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
  const sharedStates = reachSharedStates(options, kinds, monitor);
  if (!sharedStates) return null;
  const product = ({ hasRun: ran }: SharedState) => ran.reduce((all, one) => all * (one ? each : 1), 1);
  return { statesPerTask: each, states: sharedStates.reduce((sum, sharedState) => sum + product(sharedState), 0) };
}

/** Pairing this many takes a second or two. */
const MAX_KINDS = 160;

/** Whether a proof is possible at all: interrupts belong to no task, and a goal state may involve both tasks. */
function canBeIndependent(
  { scope, worlds, isViolation, isGoalState }: KernelSpaceOptions,
  { maxLength }: Bounds,
): boolean {
  const { tasks, cpus, interrupts, preempt, callers } = scope;
  const onlySwitches = tasks === 2 && cpus === 1 && interrupts === 'none' && preempt === 'calls';
  const isUnbounded = callers !== 'balanced' && maxLength === Number.POSITIVE_INFINITY;
  return onlySwitches && isUnbounded && worlds.length === 1 && isViolation !== null && !isGoalState;
}

/**
 * All shared states that switches reach, if both premises hold; else null. The first kind is that of a task that has
 * not run.
 */
function reachSharedStates(
  options: KernelSpaceOptions,
  kinds: readonly TaskState[],
  monitor: SearchMonitor,
): readonly SharedState[] | null {
  const stepper = createStepper(options);
  const { start } = stepper;
  const idle = kinds.slice(0, 1);
  if (!stepper.begun.every((owned) => isSame(owned, idle[0]))) return null;
  /** The effect of each kind of task on its own state. */
  const effect: string[] = [];
  const found = new Map([[JSON.stringify(start), start]]);
  for (const sharedState of found.values()) {
    const { running, hasRun: ran } = sharedState;
    if (running < 0) return null;
    let successors: readonly SharedState[] | null = null;
    for (const [kind, own] of (ran[running] ? kinds : idle).entries()) {
      if (monitor.isCancelled?.()) return null;
      for (const other of ran[1 - running] ? kinds : idle) {
        const step = stepper.from(sharedState, running === 0 ? [own, other] : [other, own]);
        if (!step) return null;
        effect[kind] ??= step.effect;
        successors ??= step.successors;
        if (effect[kind] !== step.effect || !isSame(successors, step.successors)) return null;
      }
    }
    for (const lead of successors ?? []) {
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
  /** All moves of the running task, and its state afterwards. */
  readonly effect: string;
  /** Shared states that switches lead to. */
  readonly successors: readonly SharedState[];
}

function createStepper(options: KernelSpaceOptions) {
  const space = createKernelSpace(options);
  const actions = listActions(options.scope);
  const begin = space.unpack(space.initial);
  return {
    start: sharedStateIn(begin),
    /** The initial state of each task. */
    begun: [0, 1].map((task) => taskStateIn(space, begin, task)),
    /** null if a move changes anything it must not, or reaches a goal. */
    from(sharedState: SharedState, owned: readonly TaskState[]): Step | null {
      const effect: unknown[] = [];
      const successors: SharedState[] = [];
      let areIndependent = true;
      space.moves(space.pack(composeState(space, sharedState, owned, begin.order)), (move, _cost, next, isGoal) => {
        const after = space.unpack(next);
        const there = sharedStateIn(after);
        const have = owned.map((_, task) => taskStateIn(space, after, task));
        const isSwitch = actions[actionOfMove(move)]?.kind === 'switch';
        if (isSwitch) successors.push(there);
        else {
          effect.push([move, have[sharedState.running]]);
          areIndependent &&= isSame(there, sharedState);
        }
        areIndependent &&=
          !isGoal && have.every((one, task) => isSame(one, owned[task]) || (!isSwitch && task === sharedState.running));
      });
      return areIndependent ? { effect: JSON.stringify(effect), successors } : null;
    },
  };
}

const isSame = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b);
