import type { Finding, Machine } from '../engine/model.ts';
import type { Kept } from '../engine/rule.ts';
import type { World } from '../engine/world.ts';
import { actsOf, moveOf } from './acts.ts';
import { internerOf } from './interner.ts';
import { layoutOf } from './layout.ts';
import { type Moved, type Mover, moverOf } from './mover.ts';
import type { Books } from './normal.ts';
import { keeping, ordersOf } from './orders.ts';
import { type Plan, planOf } from './plan.ts';
import { type Scope, tasksIn } from './scope.ts';
import { differ } from './seen.ts';
import type { Space } from './space.ts';

/** What a space of kernel states is made of. */
export interface Asked {
  readonly scope: Scope;
  /** The worlds in which the same things happen: one for a rule, two that are compared. */
  readonly worlds: readonly [World] | readonly [World, World];
  /** The world whose checks say what callers may do; null: another discipline does. */
  readonly legal: World | null;
  /** What is looked for in the first world; null: a difference between the two. */
  readonly breaks: ((finding: Finding) => boolean) | null;
  /** A machine of the first world that is looked for, behind an act that is done as a whole. */
  readonly reached?: (machine: Machine) => boolean;
  /** What that can depend on that is kept for rules alone. */
  readonly reads: ReadonlySet<Kept>;
}

/**
 * The states of a kernel, or of two or three in lock-step. Words of a state: for each world its template and its bytes,
 * four a word; then the stack's: the books of the first world and the order of what is open.
 */
export function kernelSpaceOf({ scope, worlds, legal, breaks, reached, reads }: Asked): Space {
  const tasks = tasksIn(scope);
  const acts = actsOf(scope);
  const { callers } = scope;
  // Where nothing is configured no call does anything, and it does not matter what is open.
  const readsBook = reads.has('book') && worlds.some((world) => world.backend.configured);
  const orders = ordersOf(callers, { all: tasks.length, acting: scope.tasks }, scope.mostOpen);
  const books = internerOf<Books>();
  const stops = scope.interrupts === 'statements' ? 'all' : scope.preempt === 'statements' ? 'telling' : 'none';
  const noBooks = (all: Books): Books => all.map(() => ({ enables: [], pauses: [] }));
  const movers = [...worlds, ...(legal ? [legal] : [])].map((world, index) =>
    moverOf({
      world,
      tasks,
      acts,
      stops,
      reads,
      breaks: index === 0 && breaks ? breaks : () => false,
      reached: index === 0 && reached ? reached : null,
      books,
      keep: index === 0 ? keeping(callers, readsBook, orders.framed) : noBooks,
    }),
  );
  const layout = layoutOf(movers.map(({ initial }) => initial.bytes.length));
  const width = layout.width + 2;
  const [book, word] = [layout.width, layout.width + 1];
  const empty = books.numberOf(tasks.map(() => ({ enables: [], pauses: [] })));
  const initial = new Uint32Array(width);
  movers.forEach(({ initial: { template, bytes } }, i) => {
    layout.write(initial, i, template, Uint8Array.from(bytes), new Uint8Array(bytes.length));
  });
  initial[book] = empty;
  initial[word] = orders.initial;

  const [first] = movers as [Mover];
  const plans: Plan[] = [];
  const bytes = movers.map((mover) => new Uint8Array(mover.initial.bytes.length));
  const next = new Uint32Array(width);
  return {
    width,
    stackWords: orders.framed ? 2 : 0,
    initial,
    moves(state, emit) {
      const template = layout.template(state, 0);
      plans[template] ??= planOf(first.template(template), acts, scope);
      const { context, acts: possible } = plans[template];
      const open = state[book] as number;
      const order = state[word] as number;
      bytes.forEach((some, i) => {
        layout.readBytes(state, i, some);
      });
      for (const planned of possible) {
        const { number, cost, kind, call } = planned;
        if (kind === 'start' && call && !orders.allows(call.helper, books.get(open), order, context)) continue;
        if (kind === 'end' && !orders.mayEnd(order, context)) continue;
        const results = movers.map((mover, i) =>
          mover.moves(layout.template(state, i), bytes[i] as Uint8Array, i === 0 ? open : empty, number),
        );
        const [one = [], two] = results;
        for (let at = 0; at < one.length; at++) {
          const moved = one[at] as Moved;
          const last = results[results.length - 1]?.[at] as Moved;
          if (legal && last.fired) continue;
          if (
            call &&
            results.some((result, i) =>
              orders.isTooDeep(call.helper, bytes[i] as Uint8Array, (result[at] as Moved).added),
            )
          )
            continue;
          results.forEach((result, i) => {
            const { template: behind, added } = result[at] as Moved;
            layout.write(next, i, behind, bytes[i] as Uint8Array, added);
          });
          const turn = orders.turn(
            order,
            kind,
            call && isDone(first.template(moved.template), call.context) ? call : null,
          );
          next[book] = moved.books;
          next[word] = turn.order;
          const isGoal = two && !breaks ? areDifferent(moved, two[at] as Moved) : moved.broken;
          if (kind === 'look' && !isGoal) continue;
          emit(moveOf(number, moved.stop), cost, next, isGoal, turn.stack);
        }
      }
    },
  };
}

/**
 * Whether a call is over: not where it was stopped, nor where the switch to its task was refused. What an interrupt calls
 * is always done as a whole.
 */
const isDone = (machine: Machine, context: number): boolean =>
  (Object.values(machine.tasks)[context]?.calls.length ?? 0) === 0;

const areDifferent = ({ seen: a }: Moved, { seen: b }: Moved): boolean =>
  a.length !== b.length || a.some((row, i) => differ(row, b[i] ?? row));
