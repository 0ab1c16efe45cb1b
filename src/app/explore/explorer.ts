import { createStore, type StoreApi } from 'zustand/vanilla';
import type { Cause } from '../../explore/kernel-space/cause.ts';
import { queryForIssue as inquiryOfKnown, KNOWN_ISSUES } from '../../explore/queries/known-issues.ts';
import { estimateBytesPerState, estimateSearchBytes } from '../../explore/queries/memory-estimate.ts';
import type { Query, Verdict } from '../../explore/queries/query.ts';
import { isOutOfMemory, outOfMemoryResult } from '../../explore/search/out-of-memory.ts';
import { GRAPH_LIMITS, type StateGraph } from '../../explore/state-graph/graph.ts';
import type { QueryForm } from './query-form.ts';
import { startWorker, type TimedProgress, type WorkerLike, type WorkerMessage } from './worker-protocol.ts';

/** The state of the explorer: it outlives its dialog, so that a long search goes on while one works. */
export interface ExplorerState {
  /** null until the dialog is first opened. */
  readonly form: QueryForm | null;
  /** The question that is or was asked last. */
  readonly active: ActiveQuery | null;
  readonly progress: TimedProgress | null;
  readonly outcome: QueryOutcome | null;
  /** What came of each known finding, by its place in the list. */
  readonly issueOutcomes: Readonly<Record<number, QueryOutcome>>;
  /** The known findings that are still to be asked, when all are asked one after the other. */
  readonly queue: readonly number[];
  readonly graph: GraphJob | null;
}

/** The state graph of a question: on its way, or there. */
export interface GraphJob {
  readonly query: Query;
  /** States that are looked at, at most. */
  readonly maxStates: number;
  readonly progress: TimedProgress;
  /** What is drawn until all was looked at; null: nothing yet. */
  readonly preview: StateGraph | null;
  readonly outcome:
    | { readonly kind: 'graph'; readonly graph: StateGraph; readonly ms: number }
    | { readonly kind: 'refused' | 'failed' | 'cancelled'; readonly why: string }
    | null;
}

export interface ActiveQuery {
  readonly query: Query;
  /** The place of a known finding in its list. */
  readonly issue: number | null;
  /** The how manieth cause is looked for, from 1. */
  readonly causeNumber: number;
  /** Bytes that a state may cost. */
  readonly perState: number;
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
  /** The next shortest program whose cause is none of those that were shown. */
  findAnotherCause(): void;
  cancel(): void;
  /** Draws the states of a question, so many at most. */
  drawGraph(query: Query, states?: number): void;
  cancelGraph(): void;
}

/** Starts an explorer; nothing runs until something is asked. */
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
    const perState = estimateBytesPerState(query) ?? 0;
    store.setState({
      active: { query, issue, causeNumber, perState },
      progress: NO_PROGRESS,
      outcome: null,
    });
    end = startWorker(newWorker, { do: 'inquire', query }, (message) => receive(message, issue));
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
      else if (message.kind === 'glimpse') change({ preview: message.graph });
      else if (message.kind === 'graph') change({ outcome: message });
      else if (message.kind !== 'reply') change({ outcome: trouble(message) });
    });
  }

  function receive(message: WorkerMessage, issue: number | null): void {
    if (message.kind === 'progress') {
      const { states, length, ms } = message;
      store.setState({ progress: { states, length, ms } });
      return;
    }
    if (message.kind === 'graph' || message.kind === 'glimpse') return;
    const outcome: QueryOutcome = message.kind === 'reply' ? message : (outOfMemory(message) ?? trouble(message));
    store.setState(({ issueOutcomes }) => ({
      outcome,
      ...(issue !== null && { issueOutcomes: { ...issueOutcomes, [issue]: outcome } }),
    }));
    next();
  }

  /** A worker that breaks for want of memory has tried what it said before. */
  function outOfMemory(message: WorkerMessage): QueryOutcome | null {
    if (message.kind !== 'failed' || !isOutOfMemory(message.message)) return null;
    const progress = store.getState().progress ?? NO_PROGRESS;
    return { kind: 'reply', reply: outOfMemoryResult(progress), ms: progress.ms };
  }

  function next(): void {
    const [issue, ...queue] = store.getState().queue;
    if (issue === undefined) return;
    store.setState({ queue });
    askKnown(issue, false);
  }

  function askKnown(issue: number, alone = true): void {
    const found = KNOWN_ISSUES[issue];
    if (!found) return;
    if (alone) store.setState({ queue: [] });
    start(inquiryOfKnown(found), { issue });
  }

  return {
    store,
    setForm: (form) => store.setState({ form }),
    run(query) {
      store.setState({ queue: [] });
      start(query);
    },
    runKnownIssue: askKnown,
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
        // Of the length that was being tried not all were.
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

const trouble = (message: Extract<WorkerMessage, { kind: 'refused' | 'failed' }>) =>
  ({ kind: message.kind, why: message.kind === 'refused' ? message.why : failureText(message.message) }) as const;

const failureText = (message: string): string => (isOutOfMemory(message) ? `out of memory (${message})` : message);

/** Causes that an outcome shows: those that another one shall not have. */
export const causesShown = (outcome: QueryOutcome | null): readonly Cause[] =>
  outcome?.kind === 'reply' && outcome.reply.verdict === 'violated' ? outcome.reply.causes : [];

/** Whether a search is under way. */
export const isRunning = ({ active, outcome }: ExplorerState): boolean => active !== null && outcome === null;

/** Bytes that a search holds by now, or may come to hold. */
export const estimateBytes = ({ perState, query }: ActiveQuery, states: number): number =>
  estimateSearchBytes(Math.min(states, query.bounds.maxStates), perState);
