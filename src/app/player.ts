import type { StoreApi } from 'zustand/vanilla';
import type { Clock } from './services.ts';
import type { AppState } from './state.ts';
import { stepped } from './stepping.ts';
import { onward } from './steps.ts';

/** How long a row stays, in ms. */
const ROW_MS = 900;

/** Steps on while the state says that it plays, and says so when the end is there. Returns what ends that. */
export function startPlayer(store: StoreApi<AppState>, clock: Clock, rowMs = ROW_MS): () => void {
  let cancel: (() => void) | null = null;
  const stop = () => {
    cancel?.();
    cancel = null;
  };
  const tick = () => {
    cancel = null;
    const state = store.getState();
    if (!state.playing) return;
    const cursor = onward(state);
    if (typeof cursor === 'string') {
      store.setState({ playing: false });
      return;
    }
    const change = stepped(state, cursor);
    const over = typeof onward({ ...state, cursor }) === 'string';
    store.setState(over ? { ...change, playing: false } : change);
    follow(store.getState());
  };
  const follow = ({ playing }: AppState) => {
    if (!playing) stop();
    else cancel ??= clock.after(rowMs, tick);
  };
  const unsubscribe = store.subscribe(follow);
  follow(store.getState());
  return () => {
    unsubscribe();
    stop();
  };
}
