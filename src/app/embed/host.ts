import { countFindings } from '../navigation/findings.ts';
import { goTo } from '../navigation/playhead.ts';
import type { Host } from '../state/services.ts';
import type { AppState } from '../state/state.ts';
import type { AppStore } from '../state/store.ts';
import { changeView } from '../state/transaction.ts';
import type { OpenSource } from '../storage/document-opener.ts';
import { readHostMessage } from './host-message.ts';

/**
 * Reports the current step to the host and carries out its requests (`readHostMessage`). It posts
 * `{type: "ready" | "step", n, of, row, findings}`, where n is the 1-based step (0: before the first), and
 * `{type: "refused", why}`. Returns the function that unsubscribes.
 */
export function startHost(store: AppStore, host: Host, open: OpenSource): () => void {
  const tell = (type: 'ready' | 'step', { trace, cursor }: AppState) => {
    const row = cursor.slot < 0 ? 0 : trace.rowAt(cursor.slot).number;
    host.post({ type, n: cursor.slot + 1, of: trace.length, row, findings: countFindings(trace) });
  };
  const refuse = (why: string) => host.post({ type: 'refused', why });
  const unlisten = host.onMessage((message) => {
    const read = readHostMessage(message);
    if (read === null) return;
    if (!read.ok) {
      refuse(read.error);
      return;
    }
    const { ops, goto: step, theme } = read.value;
    if (ops !== undefined) {
      const result = open({ kind: 'text', text: ops, open: store.getState().document });
      if (!result.ok) {
        refuse(`"ops": ${result.error}`);
        return;
      }
    }
    if (theme !== undefined) store.dispatch(changeView({ theme }));
    if (step !== undefined) store.dispatch((now) => goTo(now, { slot: step - 1, moment: null }));
  });
  const unsubscribe = store.subscribe((state, before) => {
    if (state.trace !== before.trace || state.cursor !== before.cursor) tell('step', state);
  });
  tell('ready', store.getState());
  return () => {
    unlisten();
    unsubscribe();
  };
}
