import type { Scheduler } from '../../lib/scheduler.ts';
import { openDocument } from '../document/open-document.ts';
import type { OpenRequest } from '../document/open-request.ts';
import { countFindings } from '../navigation/findings.ts';
import { goTo } from '../navigation/playhead.ts';
import type { Host } from '../state/services.ts';
import type { Theme } from '../state/state.ts';
import type { AppStore } from '../state/store.ts';
import { changeView, NO_CHANGE } from '../state/transaction.ts';
import type { OpenSource } from '../storage/document-opener.ts';
import { readHostMessage } from './host-message.ts';

interface Options {
  readonly open: OpenSource;
  readonly scheduler: Scheduler;
}

/** What the messages of a slice ask for together. */
interface Requested {
  /** The latest program that was accepted. */
  readonly request?: OpenRequest;
  readonly theme?: Theme;
  /** The latest 1-based step. */
  readonly step?: number;
}

/**
 * Reports the current step to the host and carries out its requests (`readHostMessage`). It posts
 * `{type: "ready" | "step", n, of, row, findings}`, where n is the 1-based step (0: before the first), and
 * `{type: "refused", why}`. Messages are carried out in order and in slices. Those of one slice are one change of the page: the
 * latest program, step and theme count, and every message that cannot be carried out is answered. A step is looked for, and
 * reported, once the run is complete. Returns the function that unsubscribes.
 */
export function startHost(store: AppStore, host: Host, { open, scheduler }: Options): () => void {
  let messages: unknown[] = [];
  /** Index of the first message that was not read yet. */
  let next = 0;
  let requested: Requested = {};
  let isReady = false;

  const refuse = (why: string) => host.post({ type: 'refused', why });
  const report = scheduler.defer(() => {
    const { trace, cursor, running } = store.getState();
    if (running) return;
    const row = cursor.slot < 0 ? 0 : trace.rowAt(cursor.slot).number;
    const type = isReady ? 'step' : 'ready';
    isReady = true;
    host.post({ type, n: cursor.slot + 1, of: trace.length, row, findings: countFindings(trace) });
  });

  function readMessage(message: unknown): void {
    const read = readHostMessage(message);
    if (read === null) return;
    if (!read.ok) {
      refuse(read.error);
      return;
    }
    const { ops, goto: step, theme } = read.value;
    if (ops !== undefined) {
      const { document } = requested.request ?? store.getState();
      const request = openDocument({ kind: 'text', text: ops, open: document });
      if (!request.ok) {
        refuse(`"ops": ${request.error}`);
        return;
      }
      // A step that was asked for before is one of the program that this one replaces.
      const { step: _, ...others } = requested;
      requested = { ...others, request: request.value };
    }
    requested = { ...requested, ...(theme !== undefined && { theme }), ...(step !== undefined && { step }) };
  }

  function carryOut(): void {
    const { request, theme, step } = requested;
    requested = step === undefined ? {} : { step };
    const view = theme === undefined ? NO_CHANGE : changeView({ theme });
    if (request) open({ kind: 'made', request }, view);
    else if (theme !== undefined) store.dispatch(view);
    goToStep();
  }

  function goToStep(): void {
    const { step } = requested;
    // The playhead completes the run as far as the step, which may be long.
    if (step === undefined || store.getState().running) return;
    requested = {};
    store.dispatch((now) => goTo(now, { slot: step - 1, moment: null }));
  }

  const seek = scheduler.defer(goToStep);
  const reading = scheduler.slice({
    step() {
      readMessage(messages[next]);
      next += 1;
      return next >= messages.length;
    },
    onSlice(isComplete) {
      if (isComplete) {
        messages = [];
        next = 0;
      }
      carryOut();
    },
  });
  const unlisten = host.onMessage((message) => {
    messages.push(message);
    reading.request();
  });
  const unsubscribe = store.subscribe((state, before) => {
    const hasEnded = before.running && !state.running;
    if (hasEnded || state.trace !== before.trace || state.cursor !== before.cursor) report.request();
    if (hasEnded && requested.step !== undefined) seek.request();
  });
  report.flush();
  return () => {
    unlisten();
    unsubscribe();
    for (const job of [reading, seek, report]) job.cancel();
  };
}
