import { describe, expect, test } from 'vitest';
import { setupOf } from '../../engine/setup/world.ts';
import { KNOWN_FINDINGS } from '../../explore/queries/known-findings.ts';
import { inquire } from '../../explore/queries/query.ts';
import type { StateGraph } from '../../explore/state-graph/graph.ts';
import { isRunning, startExplorer } from './explorer.ts';
import { formFor, inquiryOf } from './inquiry-form.ts';
import type { Told, Work, WorkerLike } from './worker-talk.ts';

/** Workers that a test holds in its hand. */
function workers() {
  const all: (WorkerLike & {
    work: Work | null;
    ended: boolean;
    says(told: Told): void;
    breaks(message: string): void;
  })[] = [];
  const explorer = startExplorer(() => {
    const worker = {
      work: null as Work | null,
      ended: false,
      onmessage: null as WorkerLike['onmessage'],
      onerror: null as WorkerLike['onerror'],
      postMessage(work: Work) {
        worker.work = work;
      },
      terminate() {
        worker.ended = true;
      },
      says: (told: Told) => worker.onmessage?.({ data: told } as MessageEvent<Told>),
      breaks: (message: string) => worker.onerror?.({ message, preventDefault: () => undefined } as ErrorEvent),
    };
    all.push(worker);
    return worker;
  });
  return { all, explorer, last: () => all.at(-1) as (typeof all)[number] };
}

const question = inquiryOf({ ...formFor(setupOf({})), callers: 'paired' });
const inquiry = question.ok ? question.value : (undefined as never);
/** What the real search says to what a worker was sent. */
const answered = (work: Work | null): Told => {
  const reply = work?.do === 'inquire' ? inquire({ ...work.inquiry, bounds: { maxLength: 4, maxStates: 1e5 } }) : null;
  return reply?.ok ? { kind: 'reply', reply: reply.value, ms: 1 } : { kind: 'refused', why: 'no' };
};

test('a question goes to a worker, tells how far it is, and ends its worker with the answer', () => {
  const { explorer, last } = workers();
  explorer.ask(inquiry);
  expect(last().work).toEqual({ do: 'inquire', inquiry });
  expect(isRunning(explorer.store.getState())).toBe(true);
  last().says({ kind: 'progress', states: 4096, length: 7, ms: 20 });
  expect(explorer.store.getState().gone).toEqual({ states: 4096, length: 7, ms: 20 });
  last().says(answered(last().work));
  expect(last().ended).toBe(true);
  expect(explorer.store.getState().outcome).toMatchObject({ kind: 'reply', reply: { verdict: 'violated', length: 3 } });
});

test('another one is asked without the causes that were shown, and counted', () => {
  const { explorer, last } = workers();
  explorer.ask(inquiry);
  last().says(answered(last().work));
  explorer.askAnother();
  expect(explorer.store.getState().asked).toMatchObject({ nth: 2 });
  expect(last().work).toMatchObject({ inquiry: { known: [{ rule: 'ignored-call' }] } });
  last().says(answered(last().work));
  explorer.askAnother();
  expect(last().work).toMatchObject({
    inquiry: { known: [{ rule: 'ignored-call' }, { rule: 'active-outside-section' }] },
  });
});

test('cancelling ends the worker, says how far it came, and hears no more of it', () => {
  const { explorer, last } = workers();
  explorer.ask(inquiry);
  last().says({ kind: 'progress', states: 4096, length: 7, ms: 20 });
  explorer.cancel();
  const outcome = {
    kind: 'reply',
    reply: { verdict: 'bounded', states: 4096, length: 6, by: 'cancelled' },
    ms: 20,
  };
  expect(last().ended).toBe(true);
  expect(explorer.store.getState().outcome).toEqual(outcome);
  last().says(answered(last().work));
  expect(explorer.store.getState().outcome).toEqual(outcome);
});

test('a new question takes the place of one that runs', () => {
  const { explorer, all } = workers();
  explorer.ask(inquiry);
  explorer.ask(inquiry);
  expect(all.map(({ ended }) => ended)).toEqual([true, false]);
});

describe('what fails costs nothing but the answer', () => {
  test('a worker that breaks', () => {
    const { explorer, last } = workers();
    explorer.ask(inquiry);
    last().breaks('no such state');
    expect(last().ended).toBe(true);
    expect(explorer.store.getState().outcome).toEqual({ kind: 'failed', why: 'no such state' });
    explorer.ask(inquiry);
    expect(isRunning(explorer.store.getState())).toBe(true);
  });

  test('a worker without memory: what it had tried is the answer', () => {
    const { explorer, last } = workers();
    explorer.ask(inquiry);
    last().says({ kind: 'progress', states: 4096, length: 7, ms: 20 });
    last().breaks('Array buffer allocation failed');
    const reply = { verdict: 'bounded', states: 4096, length: 6, by: 'memory' };
    expect(explorer.store.getState().outcome).toEqual({ kind: 'reply', reply, ms: 20 });
    explorer.draw(inquiry);
    last().says({ kind: 'failed', message: 'Array buffer allocation failed' });
    expect(explorer.store.getState().graph?.outcome).toEqual({
      kind: 'failed',
      why: 'there is no more memory (Array buffer allocation failed)',
    });
  });

  test('a worker that cannot be had', () => {
    const explorer = startExplorer(() => {
      throw new Error('no workers here');
    });
    explorer.ask(inquiry);
    expect(explorer.store.getState().outcome).toEqual({ kind: 'failed', why: 'no workers here' });
  });
});

test('all known findings are asked one after the other, and none once that is cancelled', () => {
  const { explorer, all, last } = workers();
  explorer.askAllKnown();
  last().says(answered(last().work));
  last().says(answered(last().work));
  expect(all).toHaveLength(3);
  expect(Object.keys(explorer.store.getState().checked)).toEqual(['0', '1']);
  expect(explorer.store.getState().queue).toHaveLength(KNOWN_FINDINGS.length - 3);
  explorer.cancel();
  expect(explorer.store.getState().queue).toEqual([]);
  expect(all).toHaveLength(3);
});

test('the states are drawn by a worker of their own', () => {
  const { explorer, last } = workers();
  explorer.draw(inquiry);
  expect(last().work).toMatchObject({ do: 'graph', limits: { states: 20_000 } });
  const glimpse = { states: 512 } as StateGraph;
  last().says({ kind: 'glimpse', graph: glimpse });
  last().says({ kind: 'progress', states: 700, length: 9, ms: 40 });
  expect(last().ended).toBe(false);
  expect(explorer.store.getState().graph).toMatchObject({ glimpse, gone: { states: 700 }, outcome: null });
  explorer.cancelDrawing();
  expect(last().ended).toBe(true);
  expect(explorer.store.getState().graph?.outcome).toMatchObject({ kind: 'cancelled' });
});
