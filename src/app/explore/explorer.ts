import { createStore, type StoreApi } from 'zustand/vanilla';
import type { Cause } from '../../explore/kernel-space/cause.ts';
import { inquiryOf as inquiryOfKnown, KNOWN_FINDINGS } from '../../explore/queries/known-findings.ts';
import { bytesFor, bytesPerState } from '../../explore/queries/memory.ts';
import type { Inquiry, Reply } from '../../explore/queries/query.ts';
import { isOutOfMemory, stoppedAfter } from '../../explore/search/out-of-memory.ts';
import { GRAPH_LIMITS, type StateGraph } from '../../explore/state-graph/graph.ts';
import type { InquiryForm } from './inquiry-form.ts';
import { type Gone, type Told, type WorkerLike, workIn } from './worker-talk.ts';

/** The state of the explorer: it outlives its dialog, so that a long search goes on while one works. */
export interface Exploring {
  /** null until the dialog is first opened. */
  readonly form: InquiryForm | null;
  /** The question that is or was asked last. */
  readonly asked: Asked | null;
  readonly gone: Gone | null;
  readonly outcome: Outcome | null;
  /** What came of each known finding, by its place in the list. */
  readonly checked: Readonly<Record<number, Outcome>>;
  /** The known findings that are still to be asked, when all are asked one after the other. */
  readonly queue: readonly number[];
  readonly graph: Graph | null;
}

/** The state graph of a question: on its way, or there. */
export interface Graph {
  readonly inquiry: Inquiry;
  /** States that are looked at, at most. */
  readonly states: number;
  readonly gone: Gone;
  /** What is drawn until all was looked at; null: nothing yet. */
  readonly glimpse: StateGraph | null;
  readonly outcome:
    | { readonly kind: 'graph'; readonly graph: StateGraph; readonly ms: number }
    | { readonly kind: 'refused' | 'failed' | 'cancelled'; readonly why: string }
    | null;
}

export interface Asked {
  readonly inquiry: Inquiry;
  /** The place of a known finding in its list. */
  readonly known: number | null;
  /** The how manieth cause is looked for, from 1. */
  readonly nth: number;
  /** Bytes that a state may cost. */
  readonly perState: number;
}

export type Outcome =
  | { readonly kind: 'reply'; readonly reply: Reply; readonly ms: number }
  | { readonly kind: 'refused' | 'failed'; readonly why: string };

export interface Explorer {
  readonly store: StoreApi<Exploring>;
  fill(form: InquiryForm): void;
  ask(inquiry: Inquiry): void;
  askKnown(place: number): void;
  askAllKnown(): void;
  /** The next shortest program whose cause is none of those that were shown. */
  askAnother(): void;
  cancel(): void;
  /** Draws the states of a question, so many at most. */
  draw(inquiry: Inquiry, states?: number): void;
  cancelDrawing(): void;
}

/** Starts an explorer; nothing runs until something is asked. */
export function startExplorer(newWorker: () => WorkerLike): Explorer {
  const store = createStore<Exploring>(() => ({
    form: null,
    asked: null,
    gone: null,
    outcome: null,
    checked: {},
    queue: [],
    graph: null,
  }));
  let endDrawing: (() => void) | null = null;
  let end: (() => void) | null = null;

  function start(inquiry: Inquiry, { known = null, nth = 1 }: { known?: number | null; nth?: number } = {}): void {
    end?.();
    const perState = bytesPerState(inquiry) ?? 0;
    store.setState({ asked: { inquiry, known, nth, perState }, gone: NOWHERE, outcome: null });
    end = workIn(newWorker, { do: 'inquire', inquiry }, (told) => hear(told, known));
  }

  function draw(inquiry: Inquiry, states: number): void {
    endDrawing?.();
    let graph: Graph = { inquiry, states, gone: NOWHERE, glimpse: null, outcome: null };
    const change = (part: Partial<Graph>) => {
      graph = { ...graph, ...part };
      store.setState({ graph });
    };
    change({});
    endDrawing = workIn(newWorker, { do: 'graph', inquiry, limits: { ...GRAPH_LIMITS, states } }, (told) => {
      if (told.kind === 'progress') change({ gone: told });
      else if (told.kind === 'glimpse') change({ glimpse: told.graph });
      else if (told.kind === 'graph') change({ outcome: told });
      else if (told.kind !== 'reply') change({ outcome: trouble(told) });
    });
  }

  function hear(told: Told, known: number | null): void {
    if (told.kind === 'progress') {
      const { states, length, ms } = told;
      store.setState({ gone: { states, length, ms } });
      return;
    }
    if (told.kind === 'graph' || told.kind === 'glimpse') return;
    const outcome: Outcome = told.kind === 'reply' ? told : (outOfMemory(told) ?? trouble(told));
    store.setState(({ checked }) => ({
      outcome,
      ...(known !== null && { checked: { ...checked, [known]: outcome } }),
    }));
    next();
  }

  /** A worker that breaks for want of memory has tried what it said before. */
  function outOfMemory(told: Told): Outcome | null {
    if (told.kind !== 'failed' || !isOutOfMemory(told.message)) return null;
    const gone = store.getState().gone ?? NOWHERE;
    return { kind: 'reply', reply: stoppedAfter(gone), ms: gone.ms };
  }

  function next(): void {
    const [place, ...queue] = store.getState().queue;
    if (place === undefined) return;
    store.setState({ queue });
    askKnown(place, false);
  }

  function askKnown(place: number, alone = true): void {
    const found = KNOWN_FINDINGS[place];
    if (!found) return;
    if (alone) store.setState({ queue: [] });
    start(inquiryOfKnown(found), { known: place });
  }

  return {
    store,
    fill: (form) => store.setState({ form }),
    ask(inquiry) {
      store.setState({ queue: [] });
      start(inquiry);
    },
    askKnown,
    askAllKnown() {
      store.setState({ queue: KNOWN_FINDINGS.map((_, place) => place), checked: {} });
      next();
    },
    askAnother() {
      const { asked, outcome } = store.getState();
      const causes = causesOf(outcome);
      if (!asked || causes.length === 0) return;
      const { inquiry, nth } = asked;
      start({ ...inquiry, known: [...inquiry.known, ...causes] }, { nth: nth + 1 });
    },
    cancel() {
      end?.();
      store.setState(({ gone }) => {
        const { states = 0, length = 0, ms = 0 } = gone ?? {};
        // Of the length that was being tried not all were.
        const reply = { verdict: 'bounded', states, length: Math.max(0, length - 1), by: 'cancelled' } as const;
        return { outcome: { kind: 'reply', reply, ms }, queue: [] };
      });
    },
    draw: (inquiry, states = GRAPH_LIMITS.states) => draw(inquiry, states),
    cancelDrawing() {
      endDrawing?.();
      store.setState(({ graph }) =>
        graph?.outcome === null ? { graph: { ...graph, outcome: { kind: 'cancelled', why: 'as asked' } } } : {},
      );
    },
  };
}

const NOWHERE: Gone = { states: 0, length: 0, ms: 0 };

const trouble = (told: Extract<Told, { kind: 'refused' | 'failed' }>) =>
  ({ kind: told.kind, why: told.kind === 'refused' ? told.why : failureText(told.message) }) as const;

const failureText = (message: string): string =>
  isOutOfMemory(message) ? `there is no more memory (${message})` : message;

/** Causes that an outcome shows: those that another one shall not have. */
export const causesOf = (outcome: Outcome | null): readonly Cause[] =>
  outcome?.kind === 'reply' && outcome.reply.verdict === 'violated' ? outcome.reply.causes : [];

/** Whether a search is under way. */
export const isRunning = ({ asked, outcome }: Exploring): boolean => asked !== null && outcome === null;

/** Bytes that a search holds by now, or may come to hold. */
export const bytesOf = ({ perState, inquiry }: Asked, states: number): number =>
  bytesFor(Math.min(states, inquiry.bounds.maxStates), perState);
