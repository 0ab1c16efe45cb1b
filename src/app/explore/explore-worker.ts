/**
 * Runs in a worker of its own, so that the page answers while it searches. It is sent one piece of work and ends with one word
 * that is not progress.
 */

import { inquire } from '../../explore/queries/query.ts';
import type { Progress } from '../../explore/search/space.ts';
import { graphOf, type StateGraph } from '../../explore/state-graph/graph.ts';
import type { Told, Work } from './worker-talk.ts';

/** Between two words of progress, in ms. */
const QUIET = 100;

const tell = (told: Told) => postMessage(told);

addEventListener('message', ({ data }: MessageEvent<Work>) => {
  const began = performance.now();
  let said = began;
  const progress = (found: Progress) => {
    const now = performance.now();
    if (now - said < QUIET) return;
    said = now;
    tell({ kind: 'progress', ...found, ms: now - began });
  };
  try {
    tell(answerTo(data, progress, () => performance.now() - began));
  } catch (thrown) {
    tell({ kind: 'failed', message: thrown instanceof Error ? thrown.message : String(thrown) });
  }
});

function answerTo(work: Work, progress: (found: Progress) => void, took: () => number): Told {
  if (work.do === 'graph') {
    const glimpse = (seen: StateGraph) => tell({ kind: 'glimpse', graph: seen });
    const graph = graphOf(work.inquiry, work.limits, { progress, glimpse });
    return graph.ok ? { kind: 'graph', graph: graph.value, ms: took() } : { kind: 'refused', why: graph.error };
  }
  const reply = inquire(work.inquiry, { progress });
  return reply.ok ? { kind: 'reply', reply: reply.value, ms: took() } : { kind: 'refused', why: reply.error };
}
