/**
 * Runs in a worker of its own, so that the page answers while it searches. It is sent one piece of work and ends with one word
 * that is not progress.
 */

import { runQuery } from '../../explore/queries/query.ts';
import type { SearchProgress } from '../../explore/search/space.ts';
import { buildStateGraph, type StateGraph } from '../../explore/state-graph/graph.ts';
import type { WorkerMessage, WorkerRequest } from './worker-protocol.ts';

/** Between two words of progress, in ms. */
const QUIET = 100;

const send = (message: WorkerMessage) => postMessage(message);

addEventListener('message', ({ data }: MessageEvent<WorkerRequest>) => {
  const began = performance.now();
  let said = began;
  const progress = (found: SearchProgress) => {
    const now = performance.now();
    if (now - said < QUIET) return;
    said = now;
    send({ kind: 'progress', ...found, ms: now - began });
  };
  try {
    send(answerTo(data, progress, () => performance.now() - began));
  } catch (thrown) {
    send({ kind: 'failed', message: thrown instanceof Error ? thrown.message : String(thrown) });
  }
});

function answerTo(
  request: WorkerRequest,
  progress: (found: SearchProgress) => void,
  took: () => number,
): WorkerMessage {
  if (request.do === 'graph') {
    const preview = (seen: StateGraph) => send({ kind: 'glimpse', graph: seen });
    const graph = buildStateGraph(request.query, request.limits, { onProgress: progress, onPreview: preview });
    return graph.ok ? { kind: 'graph', graph: graph.value, ms: took() } : { kind: 'refused', why: graph.error };
  }
  const reply = runQuery(request.query, { onProgress: progress });
  return reply.ok ? { kind: 'reply', reply: reply.value, ms: took() } : { kind: 'refused', why: reply.error };
}
