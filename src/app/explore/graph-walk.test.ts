import { expect, test } from 'vitest';
import { setupOf } from '../../engine/setup/world.ts';
import { DEFAULT_SCOPE } from '../../explore/kernel-space/scope.ts';
import { DEFAULT_BOUNDS } from '../../explore/queries/check.ts';
import type { Query } from '../../explore/queries/query.ts';
import { buildStateGraph } from '../../explore/state-graph/graph.ts';
import { resolveRequest } from '../document/open-request.ts';
import { at, done, flat, stateOf } from '../testing.ts';
import { movesFrom, nodeAtPlayhead, walkRequest } from './graph-walk.ts';

const query: Query = {
  setup: setupOf({}),
  target: { kind: 'rule', rule: 'kernel-check', sub: null },
  scope: { ...DEFAULT_SCOPE, interrupts: 'statements' },
  bounds: DEFAULT_BOUNDS,
  knownCauses: [],
};
const found = buildStateGraph(query, { states: 600, drawnStates: 120, drawnClasses: 120 });
const graph = found.ok ? found.value : (undefined as never);
const says = (state: Parameters<typeof nodeAtPlayhead>[0], grouping: 'each' | 'class' = 'each') => {
  const drawn = grouping === 'each' ? graph.byState : graph.byClass;
  const place = nodeAtPlayhead(state, query, drawn, grouping);
  return place === null ? null : drawn.nodes[place]?.description;
};

test('the node at the playhead is found at the start, after a step and inside a call', () => {
  expect(says(stateOf('enable; pause', 0))).toBe('enable_count 0, pause_count 0, not active');
  expect(says(stateOf('enable; pause', 2))).toBe('enable_count 1, pause_count 1, not active');
  expect(says(done(stateOf('enable', 0), 'into', 'into', 'into'))).toBe(
    'enable_count 1, pause_count 0, active, in enable after statement 3',
  );
  expect(says(stateOf('enable; enable; enable', 3), 'class')).toBe('enable_count 2–253, pause_count 0, active');
});

test('a playhead under another setup, or in a state that is not drawn, has no node', () => {
  expect(says(stateOf('enable', 1, { revision: 'v4' }))).toBeNull();
  expect(says(stateOf('enable; set k1', 2))).toBeNull();
});

test('moves with a violation come first', () => {
  const moves = movesFrom(graph.byState, 0);
  const broken = moves.filter((move) => move.broken !== null);
  expect(moves.slice(0, broken.length)).toEqual(broken);
  expect(new Set(broken.map(({ event }) => event.split(',')[0]))).toEqual(new Set(['disable', 'resume']));
});

test('a walk opens as a program at its end', () => {
  const first = movesFrom(graph.byState, 0).find(({ event }) => event === 'enable');
  const opening = walkRequest(query, first?.moves ?? []);
  const state = { ...stateOf(''), ...resolveRequest(opening) };
  expect(flat(state)).toBe('enable');
  expect(at(state)).toBe('0');
  expect(opening.document.title).toBe('walk in v6 on arm64');
});
