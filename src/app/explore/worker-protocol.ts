import type { Query, Verdict } from '../../explore/queries/query.ts';
import type { SearchProgress } from '../../explore/search/space.ts';
import type { GraphLimits, StateGraph } from '../../explore/state-graph/graph.ts';

/** What a worker is asked to do. */
export type WorkerRequest =
  | { readonly do: 'query'; readonly query: Query }
  | { readonly do: 'graph'; readonly query: Query; readonly limits: GraphLimits };

/** What a worker sends: progress, previews of a graph, and one final message of another kind. */
export type WorkerMessage =
  | ({ readonly kind: 'progress' } & TimedProgress)
  /** A partial graph. */
  | { readonly kind: 'preview'; readonly graph: StateGraph }
  | { readonly kind: 'reply'; readonly reply: Verdict; readonly ms: number }
  | { readonly kind: 'graph'; readonly graph: StateGraph; readonly ms: number }
  /** The request is invalid; one clause in lower case. */
  | { readonly kind: 'refused'; readonly why: string }
  /** A bug, or exhausted memory. */
  | { readonly kind: 'failed'; readonly message: string };

/** Progress with the time it took. */
export interface TimedProgress extends SearchProgress {
  /** Elapsed time in ms. */
  readonly ms: number;
}

/** The part of `Worker` that is used, so that tests can replace it. */
export interface WorkerLike {
  postMessage(request: WorkerRequest): void;
  terminate(): void;
  onmessage: ((event: MessageEvent<WorkerMessage>) => void) | null;
  onerror: ((event: ErrorEvent) => void) | null;
}

/**
 * Runs a request in a worker of its own. The worker ends with its final message, or at once when the returned function
 * is called.
 */
export function startWorker(
  newWorker: () => WorkerLike,
  request: WorkerRequest,
  receive: (message: WorkerMessage) => void,
): () => void {
  let worker: WorkerLike | null = null;
  const end = () => {
    worker?.terminate();
    worker = null;
  };
  const failed = (message: string) => {
    end();
    receive({ kind: 'failed', message });
  };
  try {
    worker = newWorker();
    worker.onmessage = ({ data }) => {
      // Messages that were in flight when the worker ended are ignored.
      if (worker === null) return;
      if (data.kind !== 'progress' && data.kind !== 'preview') end();
      receive(data);
    };
    worker.onerror = (event) => {
      event.preventDefault();
      if (worker !== null)
        failed(
          event.message?.replace(/^Uncaught (?:\w*Error: )?/, '') ||
            'the worker could not start, or ended without a message',
        );
    };
    worker.postMessage(request);
  } catch (thrown) {
    failed(thrown instanceof Error ? thrown.message : String(thrown));
  }
  return end;
}
