/**
 * Worker that runs one request, so that the page stays responsive. It reports progress, and ends with one final
 * message.
 */

import { runQuery } from '../../explore/queries/query.ts';
import type { SearchProgress } from '../../explore/search/space.ts';
import { buildStateGraph, type StateGraph } from '../../explore/state-graph/graph.ts';
import { memoryLimit, WORKER_BYTES } from './memory-limit.ts';
import type { WorkerMessage, WorkerRequest } from './worker-protocol.ts';

/** Minimum time between two progress messages, in ms. */
const PROGRESS_INTERVAL = 100;

const send = (message: WorkerMessage) => postMessage(message);

addEventListener('message', ({ data }: MessageEvent<WorkerRequest>) => {
  const began = performance.now();
  let lastSent = began;
  const progress = (found: SearchProgress) => {
    const now = performance.now();
    if (now - lastSent < PROGRESS_INTERVAL) return;
    lastSent = now;
    send({ kind: 'progress', ...found, bytes: (found.bytes ?? 0) + WORKER_BYTES, ms: now - began });
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
  elapsed: () => number,
): WorkerMessage {
  if (request.do === 'graph') {
    const preview = (seen: StateGraph) => send({ kind: 'preview', graph: seen });
    const graph = buildStateGraph(request.query, request.limits, { onProgress: progress, onPreview: preview });
    return graph.ok ? { kind: 'graph', graph: graph.value, ms: elapsed() } : { kind: 'refused', why: graph.error };
  }
  const { query } = request;
  const bounds = { ...query.bounds, maxBytes: memoryLimit(navigator) - WORKER_BYTES };
  const reply = runQuery({ ...query, bounds }, { onProgress: progress });
  return reply.ok ? { kind: 'reply', reply: reply.value, ms: elapsed() } : { kind: 'refused', why: reply.error };
}
