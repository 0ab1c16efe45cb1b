import { assert } from '../../lib/assert.ts';
import { search } from '../search/search.ts';
import type { Bounds, Watcher } from '../search/space.ts';
import { actIn, actsOf } from './actions.ts';
import { type Asked, type KernelSpace, kernelSpaceOf } from './kernel-space.ts';
import { type Owned, ownedIn, type Situation, situationIn, together } from './owned.ts';

/** Tasks that have nothing to do with each other, and do nothing that was looked for. */
export interface Apart {
  /** States in which one of them can be. */
  readonly each: number;
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
export function tasksApart(asked: Asked, bounds: Bounds, watcher: Watcher = {}): Apart | null {
  if (!canBeApart(asked, bounds)) return null;
  const kinds: Owned[] = [];
  const alone: KernelSpace = kernelSpaceOf({ ...asked, scope: { ...asked.scope, preempt: 'none' } }, (state) => {
    if (kinds.length <= MOST_KINDS) kinds.push(ownedIn(alone, alone.unpack(state), 0));
  });
  const tooMany = () => kinds.length > MOST_KINDS || watcher.cancelled?.() === true;
  const verdict = search(alone, bounds, { ...watcher, cancelled: tooMany });
  if (verdict.verdict !== 'holds' || kinds.length > MOST_KINDS) return null;
  const each = verdict.states;
  if (2 * each ** 2 <= bounds.maxStates) return null;
  const situations = situationsOf(asked, kinds, watcher);
  if (!situations) return null;
  const product = ({ ran }: Situation) => ran.reduce((all, one) => all * (one ? each : 1), 1);
  return { each, states: situations.reduce((sum, situation) => sum + product(situation), 0) };
}

/** As many are paired in a second or two. */
const MOST_KINDS = 160;

/** Whether the question is of a sort of which this can be so: interrupts are nobody's own, and a goal is one of both. */
function canBeApart({ scope, worlds, breaks, reached }: Asked, { maxLength }: Bounds): boolean {
  const { tasks, cpus, interrupts, preempt, callers } = scope;
  const onlySwitches = tasks === 2 && cpus === 1 && interrupts === 'none' && preempt === 'calls';
  const whole = callers !== 'balanced' && maxLength === Number.POSITIVE_INFINITY;
  return onlySwitches && whole && worlds.length === 1 && breaks !== null && !reached;
}

/** All situations to which switches lead, where both premises hold; else null. The first kind is that of a task that has done nothing. */
function situationsOf(asked: Asked, kinds: readonly Owned[], watcher: Watcher): readonly Situation[] | null {
  const stepper = stepperOf(asked);
  const { start } = stepper;
  const idle = kinds.slice(0, 1);
  if (!stepper.begun.every((owned) => isSame(owned, idle[0]))) return null;
  /** What a task of each kind does to what it has. */
  const does: string[] = [];
  const found = new Map([[JSON.stringify(start), start]]);
  for (const situation of found.values()) {
    const { running, ran } = situation;
    if (running < 0) return null;
    let leads: readonly Situation[] | null = null;
    for (const [kind, own] of (ran[running] ? kinds : idle).entries()) {
      if (watcher.cancelled?.()) return null;
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
        lead.ran.every((one, task) => one === (ran[task] || task === lead.running)),
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
  readonly leads: readonly Situation[];
}

function stepperOf(asked: Asked) {
  const space = kernelSpaceOf(asked);
  const acts = actsOf(asked.scope);
  const begin = space.unpack(space.initial);
  return {
    start: situationIn(begin),
    /** What each task has at the start. */
    begun: [0, 1].map((task) => ownedIn(space, begin, task)),
    /** null: something is touched that is not to be, or found that is looked for. */
    from(situation: Situation, owned: readonly Owned[]): Step | null {
      const does: unknown[] = [];
      const leads: Situation[] = [];
      let apart = true;
      space.moves(space.pack(together(space, situation, owned, begin.order)), (move, _cost, next, isGoal) => {
        const after = space.unpack(next);
        const there = situationIn(after);
        const have = owned.map((_, task) => ownedIn(space, after, task));
        const isSwitch = acts[actIn(move)]?.act === 'switch';
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
