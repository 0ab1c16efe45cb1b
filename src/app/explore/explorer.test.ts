import { describe, expect, test } from 'vitest';
import { setupOf } from '../../engine/setup/world.ts';
import { KNOWN_ISSUES } from '../../explore/queries/known-issues.ts';
import { runQuery } from '../../explore/queries/query.ts';
import type { StateGraph } from '../../explore/state-graph/graph.ts';
import { isRunning, startExplorer } from './explorer.ts';
import { defaultForm, parseForm } from './query-form.ts';
import type { WorkerLike, WorkerMessage, WorkerRequest } from './worker-protocol.ts';

/** Fake workers that a test controls. */
function workers() {
  const all: (WorkerLike & {
    request: WorkerRequest | null;
    ended: boolean;
    says(message: WorkerMessage): void;
    breaks(message: string): void;
  })[] = [];
  const explorer = startExplorer(() => {
    const worker = {
      request: null as WorkerRequest | null,
      ended: false,
      onmessage: null as WorkerLike['onmessage'],
      onerror: null as WorkerLike['onerror'],
      postMessage(request: WorkerRequest) {
        worker.request = request;
      },
      terminate() {
        worker.ended = true;
      },
      says: (message: WorkerMessage) => worker.onmessage?.({ data: message } as MessageEvent<WorkerMessage>),
      breaks: (message: string) => worker.onerror?.({ message, preventDefault: () => undefined } as ErrorEvent),
    };
    all.push(worker);
    return worker;
  });
  return { all, explorer, last: () => all.at(-1) as (typeof all)[number] };
}

const parsed = parseForm({ ...defaultForm(setupOf({})), callers: 'paired' });
const query = parsed.ok ? parsed.value : (undefined as never);
/** The real result of a request. */
const answerTo = (request: WorkerRequest | null): WorkerMessage => {
  const reply =
    request?.do === 'query' ? runQuery({ ...request.query, bounds: { maxLength: 4, maxStates: 1e5 } }) : null;
  return reply?.ok ? { kind: 'reply', reply: reply.value, ms: 1 } : { kind: 'refused', why: 'no' };
};

test('a query goes to a worker, reports progress, and its worker ends with the verdict', () => {
  const { explorer, last } = workers();
  explorer.run(query);
  expect(last().request).toEqual({ do: 'query', query });
  expect(isRunning(explorer.store.getState())).toBe(true);
  last().says({ kind: 'progress', states: 4096, length: 7, ms: 20 });
  expect(explorer.store.getState().progress).toEqual({ states: 4096, length: 7, ms: 20 });
  last().says(answerTo(last().request));
  expect(last().ended).toBe(true);
  expect(explorer.store.getState().outcome).toMatchObject({ kind: 'reply', reply: { verdict: 'violated', length: 3 } });
});

test('a repeated query excludes the causes shown so far and counts them', () => {
  const { explorer, last } = workers();
  explorer.run(query);
  last().says(answerTo(last().request));
  explorer.findAnotherCause();
  expect(explorer.store.getState().active).toMatchObject({ causeNumber: 2 });
  expect(last().request).toMatchObject({ query: { knownCauses: [{ rule: 'ignored-call' }] } });
  last().says(answerTo(last().request));
  explorer.findAnotherCause();
  expect(last().request).toMatchObject({
    query: { knownCauses: [{ rule: 'ignored-call' }, { rule: 'active-outside-section' }] },
  });
});

test('cancelling ends the worker, reports how far it got, and ignores later messages', () => {
  const { explorer, last } = workers();
  explorer.run(query);
  last().says({ kind: 'progress', states: 4096, length: 7, ms: 20 });
  explorer.cancel();
  const outcome = {
    kind: 'reply',
    reply: { verdict: 'bounded', states: 4096, length: 6, by: 'cancelled' },
    ms: 20,
  };
  expect(last().ended).toBe(true);
  expect(explorer.store.getState().outcome).toEqual(outcome);
  last().says(answerTo(last().request));
  expect(explorer.store.getState().outcome).toEqual(outcome);
});

test('a new query replaces the running one', () => {
  const { explorer, all } = workers();
  explorer.run(query);
  explorer.run(query);
  expect(all.map(({ ended }) => ended)).toEqual([true, false]);
});

describe('a failure costs nothing but the verdict', () => {
  test('a worker that throws reports a failure, and the next query runs', () => {
    const { explorer, last } = workers();
    explorer.run(query);
    last().breaks('no such state');
    expect(last().ended).toBe(true);
    expect(explorer.store.getState().outcome).toEqual({ kind: 'failed', why: 'no such state' });
    explorer.run(query);
    expect(isRunning(explorer.store.getState())).toBe(true);
  });

  test('a worker that runs out of memory reports what it had searched', () => {
    const { explorer, last } = workers();
    explorer.run(query);
    last().says({ kind: 'progress', states: 4096, length: 7, ms: 20 });
    last().breaks('Array buffer allocation failed');
    const reply = { verdict: 'bounded', states: 4096, length: 6, by: 'memory' };
    expect(explorer.store.getState().outcome).toEqual({ kind: 'reply', reply, ms: 20 });
    explorer.drawGraph(query);
    last().says({ kind: 'failed', message: 'Array buffer allocation failed' });
    expect(explorer.store.getState().graph?.outcome).toEqual({
      kind: 'failed',
      why: 'out of memory (Array buffer allocation failed)',
    });
  });

  test('a worker that cannot start reports a failure', () => {
    const explorer = startExplorer(() => {
      throw new Error('no workers here');
    });
    explorer.run(query);
    expect(explorer.store.getState().outcome).toEqual({ kind: 'failed', why: 'no workers here' });
  });
});

test('all known issues run one after the other until cancelled', () => {
  const { explorer, all, last } = workers();
  explorer.runAllKnownIssues();
  last().says(answerTo(last().request));
  last().says(answerTo(last().request));
  expect(all).toHaveLength(3);
  expect(Object.keys(explorer.store.getState().issueOutcomes)).toEqual(['0', '1']);
  expect(explorer.store.getState().queue).toHaveLength(KNOWN_ISSUES.length - 3);
  explorer.cancel();
  expect(explorer.store.getState().queue).toEqual([]);
  expect(all).toHaveLength(3);
});

test('the state graph is built in a worker of its own', () => {
  const { explorer, last } = workers();
  explorer.drawGraph(query);
  expect(last().request).toMatchObject({ do: 'graph', limits: { states: 20_000 } });
  const preview = { stateCount: 512 } as StateGraph;
  last().says({ kind: 'preview', graph: preview });
  last().says({ kind: 'progress', states: 700, length: 9, ms: 40 });
  expect(last().ended).toBe(false);
  expect(explorer.store.getState().graph).toMatchObject({ preview, progress: { states: 700 }, outcome: null });
  explorer.cancelGraph();
  expect(last().ended).toBe(true);
  expect(explorer.store.getState().graph?.outcome).toMatchObject({ kind: 'cancelled' });
});
