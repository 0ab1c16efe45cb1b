import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { search } from './search.ts';
import type { SearchResult, StackMove, StateSpace } from './space.ts';

const ANY = { maxLength: Number.POSITIVE_INFINITY, maxStates: 1e6 };

/** An edge of a test graph: target node, cost, and `goal` if it is searched for. */
type Edge = readonly [to: number, cost: number, goal?: 'goal'];

/** Builds a space from edges per node; a move's number is its index among the node's edges. */
const graph = (edges: readonly (readonly Edge[])[]): StateSpace => ({
  width: 1,
  stackWords: 0,
  initial: [0],
  moves: ([node = 0], emit) =>
    edges[node]?.forEach(([to, cost, goal], move) => {
      emit(move, cost, [to], goal !== undefined, 'keep');
    }),
});

describe('a space without a stack', () => {
  test('a space without a reachable goal holds, and its size is reported', () => {
    expect(
      search(
        graph([
          [
            [1, 1],
            [2, 1],
          ],
          [[3, 1]],
          [[3, 1]],
          [[0, 1]],
        ]),
        ANY,
      ),
    ).toEqual({ verdict: 'holds', states: 4 });
  });

  test('a diamond is searched in move order', () => {
    const diamond = graph([
      [
        [1, 1],
        [2, 1],
      ],
      [[3, 1]],
      [[3, 1]],
      [[4, 1, 'goal']],
    ]);
    expect(search(diamond, ANY)).toMatchObject({ verdict: 'violated', length: 3, moves: [0, 0, 0] });
  });

  test('a longer path of cheaper moves wins', () => {
    const dear = graph([
      [
        [3, 5],
        [1, 1],
      ],
      [[2, 1]],
      [[3, 0]],
      [[4, 2, 'goal']],
    ]);
    expect(search(dear, ANY)).toMatchObject({ verdict: 'violated', length: 4, moves: [1, 0, 0, 0] });
  });

  test('the cost of the last move counts', () => {
    const space = graph([
      [
        [9, 5, 'goal'],
        [1, 1],
      ],
      [[2, 1]],
      [[9, 1, 'goal']],
    ]);
    expect(search(space, ANY)).toMatchObject({ length: 3, moves: [1, 0, 0] });
    expect(search(graph([[[9, 5, 'goal']]]), ANY)).toMatchObject({ length: 5, moves: [0] });
  });

  const endless: StateSpace = {
    width: 1,
    stackWords: 0,
    initial: [0],
    moves: ([n = 0], emit) => emit(0, 1, [n + 1], n === 50_000, 'keep'),
  };

  test('bounds end a search without a conclusion and report how far it got', () => {
    expect(search(endless, { ...ANY, maxLength: 7 })).toEqual({
      verdict: 'bounded',
      states: 8,
      length: 7,
      by: 'length',
    });
    expect(search(endless, { ...ANY, maxStates: 10 })).toEqual({
      verdict: 'bounded',
      states: 11,
      length: 8,
      by: 'states',
    });
    expect(search(endless, { ...ANY, maxLength: 50_000 }).verdict).toBe('bounded');
    expect(search(endless, { ...ANY, maxLength: 50_001 })).toMatchObject({ verdict: 'violated', length: 50_001 });
  });

  test('T20: a search stops at its memory limit, and reports at least what its arrays hold', () => {
    const heard: number[] = [];
    const monitor = { onProgress: ({ bytes = 0 }: { bytes?: number }) => heard.push(bytes) };
    const maxBytes = 32.2e6;
    expect(search(endless, { ...ANY, maxBytes }, monitor)).toMatchObject({ verdict: 'bounded', by: 'budget' });
    expect(heard.at(-1)).toBeGreaterThan(maxBytes);
    expect(heard.slice(0, -1).every((bytes) => bytes <= maxBytes)).toBe(true);
    expect(heard.length).toBeGreaterThan(1);
    expect(search(endless, { ...ANY, maxBytes: 1e9 })).toMatchObject({ verdict: 'violated' });
  });

  test('a monitor receives progress and can cancel', () => {
    const heard: number[] = [];
    const monitor = {
      onProgress: ({ states }: { states: number }) => heard.push(states),
      isCancelled: () => heard.length === 3,
    };
    expect(search(endless, ANY, monitor)).toMatchObject({ verdict: 'bounded', by: 'cancelled' });
    expect(heard).toHaveLength(3);
  });

  test('the length on any graph is the least cost, and the moves lead to the goal', () => {
    const edge = fc.tuple(
      fc.nat({ max: 11 }),
      fc.nat({ max: 3 }),
      fc.constantFrom(undefined, undefined, undefined, 'goal' as const),
    );
    fc.assert(
      fc.property(fc.array(fc.array(edge, { maxLength: 3 }), { minLength: 1, maxLength: 12 }), (edges) => {
        const space = graph(edges as Edge[][]);
        const found = search(space, ANY);
        expect(search(space, ANY)).toEqual(found);
        expect(found.verdict === 'violated' ? found.length : null).toBe(leastCost(edges as Edge[][]));
        if (found.verdict === 'violated') expect(costAlong(edges as Edge[][], found.moves)).toBe(found.length);
      }),
    );
  });
});

/** Bellman-Ford: no queue, no order. */
function leastCost(edges: readonly (readonly Edge[])[]): number | null {
  const least = new Map([[0, 0]]);
  let best: number | null = null;
  for (let round = 0; round <= edges.length; round++) {
    for (const [node, at] of [...least]) {
      for (const [to, cost, goal] of edges[node] ?? []) {
        if (goal) best = Math.min(best ?? Number.POSITIVE_INFINITY, at + cost);
        else least.set(to, Math.min(least.get(to) ?? Number.POSITIVE_INFINITY, at + cost));
      }
    }
  }
  return best;
}

function costAlong(edges: readonly (readonly Edge[])[], moves: readonly number[]): number {
  let node = 0;
  let sum = 0;
  for (const move of moves) {
    const [to, cost] = (edges[node] as Edge[])[move] as Edge;
    node = to;
    sum += cost;
  }
  return sum;
}

describe('a space with a stack', () => {
  interface Rule {
    readonly from: number;
    readonly top: number;
    readonly stack: StackMove;
    readonly to: number;
    /** The new top after a push. */
    readonly put: number;
    readonly goal: boolean;
  }

  /** A pushdown machine of which the search sees only the top of the stack; 0 is the bottom. */
  const framed = (rules: readonly Rule[]): StateSpace => ({
    width: 2,
    stackWords: 1,
    initial: [0, 0],
    moves([node, top], emit) {
      rules.forEach(({ from, top: wanted, stack, to, put, goal }, move) => {
        if (from !== node || wanted !== top || (stack === 'pop' && top === 0)) return;
        emit(move, 1, [to, stack === 'push' ? put : top], goal, stack);
      });
    },
  });

  /** The same machine with its whole stack in the state, up to a depth: digits in base 4, top last. */
  const explicit = (rules: readonly Rule[], depth: number): StateSpace => ({
    width: 2,
    stackWords: 0,
    initial: [0, 1],
    moves([node, word = 1], emit) {
      const top = word === 1 ? 0 : word % 4;
      rules.forEach(({ from, top: wanted, stack, to, put, goal }, move) => {
        if (from !== node || wanted !== top || (stack === 'pop' && top === 0)) return;
        const next = stack === 'push' ? word * 4 + put : stack === 'pop' ? (word - top) / 4 : word;
        if (next < 4 ** depth) emit(move, 1, [to, next], goal, 'keep');
      });
    },
  });

  const anyRule: fc.Arbitrary<Rule> = fc.record({
    from: fc.nat({ max: 3 }),
    top: fc.nat({ max: 2 }),
    stack: fc.constantFrom<StackMove>('keep', 'push', 'pop'),
    to: fc.nat({ max: 3 }),
    put: fc.integer({ min: 1, max: 2 }),
    goal: fc.boolean(),
  });

  test('a search ends although the stack is unbounded', () => {
    const push = { from: 0, top: 0, stack: 'push', to: 0, put: 1, goal: false } as const;
    const more = { ...push, top: 1 };
    const pop = { from: 0, top: 1, stack: 'pop', to: 0, put: 1, goal: false } as const;
    expect(search(framed([push, more, pop]), ANY)).toEqual({ verdict: 'holds', states: 2 });
  });

  test('a pushdown search finds what a search over explicit stacks finds, at the same length', () => {
    const rules = fc.array(anyRule, { minLength: 1, maxLength: 14 });
    // Few goals, so that they are far away.
    const one = rules.map((all) => all.map((rule, i) => ({ ...rule, goal: rule.goal && i === 0 })));
    fc.assert(
      fc.property(one, (all) => {
        const found = search(framed(all), ANY);
        const whole = search(explicit(all, 9), ANY);
        if (whole.verdict === 'violated' && whole.length <= 8) expect(lengthIn(found)).toBe(whole.length);
        if (found.verdict !== 'violated') {
          expect(whole.verdict).toBe('holds');
          return;
        }
        if (found.length <= 8) expect(lengthIn(whole)).toBe(found.length);
        expect(follows(all, found.moves)).toBe(true);
        expect(found.moves).toHaveLength(found.length);
      }),
      { numRuns: 500 },
    );
  });

  const lengthIn = (verdict: SearchResult) => (verdict.verdict === 'violated' ? verdict.length : null);

  /** Whether the moves can be made in sequence and only the last one reaches a goal. */
  function follows(rules: readonly Rule[], moves: readonly number[]): boolean {
    let node = 0;
    const stack = [0];
    for (const [i, move] of moves.entries()) {
      const rule = rules[move] as Rule;
      if (rule.from !== node || rule.top !== stack.at(-1) || rule.goal !== (i === moves.length - 1)) return false;
      if (rule.stack === 'push') stack.push(rule.put);
      if (rule.stack === 'pop') stack.pop();
      node = rule.to;
    }
    return stack.length > 0;
  }
});
