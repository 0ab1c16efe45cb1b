import type { Query, Verdict } from '../../explore/queries/query.ts';
import type { SearchProgress } from '../../explore/search/space.ts';
import type { GraphLimits, StateGraph } from '../../explore/state-graph/graph.ts';

/** What a worker is asked to do. */
export type WorkerRequest =
  | { readonly do: 'inquire'; readonly query: Query }
  | { readonly do: 'graph'; readonly query: Query; readonly limits: GraphLimits };

/** What it says: progress now and then, of a graph perhaps a glimpse, and in the end one of the others. */
export type WorkerMessage =
  | ({ readonly kind: 'progress' } & TimedProgress)
  /** What there is of a graph so far. */
  | { readonly kind: 'glimpse'; readonly graph: StateGraph }
  | { readonly kind: 'reply'; readonly reply: Verdict; readonly ms: number }
  | { readonly kind: 'graph'; readonly graph: StateGraph; readonly ms: number }
  /** It cannot be asked; one clause, lower case. */
  | { readonly kind: 'refused'; readonly why: string }
  /** Our own bug, or no memory left. */
  | { readonly kind: 'failed'; readonly message: string };

/** How far a search has gone. */
export interface TimedProgress extends SearchProgress {
  /** Time that it took, in ms. */
  readonly ms: number;
}

/** As much of a `Worker` as is needed, so that a test can stand in for one. */
export interface WorkerLike {
  postMessage(request: WorkerRequest): void;
  terminate(): void;
  onmessage: ((event: MessageEvent<WorkerMessage>) => void) | null;
  onerror: ((event: ErrorEvent) => void) | null;
}

/**
 * Gives work to a worker of its own and hears what it says; the worker is ended with the last word, or by the function that
 * comes back: at once, whatever it is doing.
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
      // What it had on its tongue when it was ended is not heard.
      if (worker === null) return;
      if (data.kind !== 'progress' && data.kind !== 'glimpse') end();
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
