import { createStore, type StoreApi } from 'zustand/vanilla';
import type { Cause } from '../../explore/kernel-space/cause.ts';
import { KNOWN_ISSUES, queryForIssue } from '../../explore/queries/known-issues.ts';
import type { Query, Verdict } from '../../explore/queries/query.ts';
import { isOutOfMemory, outOfMemoryResult } from '../../explore/search/out-of-memory.ts';
import { GRAPH_LIMITS, type StateGraph } from '../../explore/state-graph/graph.ts';
import type { QueryForm } from './query-form.ts';
import { startWorker, type TimedProgress, type WorkerLike, type WorkerMessage } from './worker-protocol.ts';

/** State of the explorer. It outlives the dialog, so that a long search continues while the user works. */
export interface ExplorerState {
  /** null until the dialog opens for the first time. */
  readonly form: QueryForm | null;
  /** The last query, running or finished. */
  readonly active: ActiveQuery | null;
  readonly progress: TimedProgress | null;
  readonly outcome: QueryOutcome | null;
  /** Outcome per known issue, by index. */
  readonly issueOutcomes: Readonly<Record<number, QueryOutcome>>;
  /** Known issues that remain when all of them run. */
  readonly queue: readonly number[];
  readonly graph: GraphJob | null;
}

/** The state graph of a query, in progress or complete. */
export interface GraphJob {
  readonly query: Query;
  /** Maximum number of states. */
  readonly maxStates: number;
  readonly progress: TimedProgress;
  /** Partial graph while the rest is explored; null at first. */
  readonly preview: StateGraph | null;
  readonly outcome:
    | { readonly kind: 'graph'; readonly graph: StateGraph; readonly ms: number }
    | { readonly kind: 'refused' | 'failed' | 'cancelled'; readonly why: string }
    | null;
}

export interface ActiveQuery {
  readonly query: Query;
  /** Index of the known issue that it belongs to. */
  readonly issue: number | null;
  /** 1-based index of the cause that is searched for. */
  readonly causeNumber: number;
}

export type QueryOutcome =
  | { readonly kind: 'reply'; readonly reply: Verdict; readonly ms: number }
  | { readonly kind: 'refused' | 'failed'; readonly why: string };

export interface Explorer {
  readonly store: StoreApi<ExplorerState>;
  setForm(form: QueryForm): void;
  run(query: Query): void;
  runKnownIssue(issue: number): void;
  runAllKnownIssues(): void;
  /** Searches for the next shortest program with a cause that was not shown. */
  findAnotherCause(): void;
  cancel(): void;
  /** Builds the state graph of a query, up to a number of states. */
  drawGraph(query: Query, states?: number): void;
  cancelGraph(): void;
}

/** Creates an explorer; nothing runs until a query is started. */
export function startExplorer(newWorker: () => WorkerLike): Explorer {
  const store = createStore<ExplorerState>(() => ({
    form: null,
    active: null,
    progress: null,
    outcome: null,
    issueOutcomes: {},
    queue: [],
    graph: null,
  }));
  let endDrawing: (() => void) | null = null;
  let end: (() => void) | null = null;

  function start(
    query: Query,
    { issue = null, causeNumber = 1 }: { issue?: number | null; causeNumber?: number } = {},
  ): void {
    end?.();
    store.setState({
      active: { query, issue, causeNumber },
      progress: NO_PROGRESS,
      outcome: null,
    });
    end = startWorker(newWorker, { do: 'query', query }, (message) => receive(message, issue));
  }

  function draw(query: Query, states: number): void {
    endDrawing?.();
    let graph: GraphJob = { query, maxStates: states, progress: NO_PROGRESS, preview: null, outcome: null };
    const change = (part: Partial<GraphJob>) => {
      graph = { ...graph, ...part };
      store.setState({ graph });
    };
    change({});
    endDrawing = startWorker(newWorker, { do: 'graph', query, limits: { ...GRAPH_LIMITS, states } }, (message) => {
      if (message.kind === 'progress') change({ progress: message });
      else if (message.kind === 'preview') change({ preview: message.graph });
      else if (message.kind === 'graph') change({ outcome: message });
      else if (message.kind !== 'reply') change({ outcome: failureOutcome(message) });
    });
  }

  function receive(message: WorkerMessage, issue: number | null): void {
    if (message.kind === 'progress') {
      const { kind: _, ...progress } = message;
      store.setState({ progress });
      return;
    }
    if (message.kind === 'graph' || message.kind === 'preview') return;
    const outcome: QueryOutcome =
      message.kind === 'reply' ? message : (outOfMemory(message) ?? failureOutcome(message));
    store.setState(({ issueOutcomes }) => ({
      outcome,
      ...(issue !== null && { issueOutcomes: { ...issueOutcomes, [issue]: outcome } }),
    }));
    next();
  }

  /** A worker that runs out of memory has searched what it last reported. */
  function outOfMemory(message: WorkerMessage): QueryOutcome | null {
    if (message.kind !== 'failed' || !isOutOfMemory(message.message)) return null;
    const progress = store.getState().progress ?? NO_PROGRESS;
    return { kind: 'reply', reply: outOfMemoryResult(progress), ms: progress.ms };
  }

  function next(): void {
    const [issue, ...queue] = store.getState().queue;
    if (issue === undefined) return;
    store.setState({ queue });
    runKnownIssue(issue, false);
  }

  function runKnownIssue(issue: number, isSingle = true): void {
    const found = KNOWN_ISSUES[issue];
    if (!found) return;
    if (isSingle) store.setState({ queue: [] });
    start(queryForIssue(found), { issue });
  }

  return {
    store,
    setForm: (form) => store.setState({ form }),
    run(query) {
      store.setState({ queue: [] });
      start(query);
    },
    runKnownIssue,
    runAllKnownIssues() {
      store.setState({ queue: KNOWN_ISSUES.map((_, issue) => issue), issueOutcomes: {} });
      next();
    },
    findAnotherCause() {
      const { active, outcome } = store.getState();
      const causes = causesShown(outcome);
      if (!active || causes.length === 0) return;
      const { query, causeNumber } = active;
      start({ ...query, knownCauses: [...query.knownCauses, ...causes] }, { causeNumber: causeNumber + 1 });
    },
    cancel() {
      end?.();
      store.setState(({ progress }) => {
        const { states = 0, length = 0, ms = 0 } = progress ?? {};
        // The current length was searched only in part.
        const reply = { verdict: 'bounded', states, length: Math.max(0, length - 1), by: 'cancelled' } as const;
        return { outcome: { kind: 'reply', reply, ms }, queue: [] };
      });
    },
    drawGraph: (query, states = GRAPH_LIMITS.states) => draw(query, states),
    cancelGraph() {
      endDrawing?.();
      store.setState(({ graph }) =>
        graph?.outcome === null ? { graph: { ...graph, outcome: { kind: 'cancelled', why: 'cancelled' } } } : {},
      );
    },
  };
}

const NO_PROGRESS: TimedProgress = { states: 0, length: 0, ms: 0 };

const failureOutcome = (message: Extract<WorkerMessage, { kind: 'refused' | 'failed' }>) =>
  ({ kind: message.kind, why: message.kind === 'refused' ? message.why : failureText(message.message) }) as const;

const failureText = (message: string): string => (isOutOfMemory(message) ? `out of memory (${message})` : message);

/** Causes that an outcome shows, and that a repeated query excludes. */
export const causesShown = (outcome: QueryOutcome | null): readonly Cause[] =>
  outcome?.kind === 'reply' && outcome.reply.verdict === 'violated' ? outcome.reply.causes : [];

/** Whether a search is running. */
export const isRunning = ({ active, outcome }: ExplorerState): boolean => active !== null && outcome === null;
