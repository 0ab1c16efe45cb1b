import type { Clock } from '../state/services.ts';
import type { AppState } from '../state/state.ts';
import type { AppStore } from '../state/store.ts';
import { changeView, combine } from '../state/transaction.ts';
import { stepForward } from './cursor-moves.ts';
import { movePlayhead } from './playhead.ts';

/** Duration of a step at normal speed, in ms. */
const ROW_MS = 900;

/** Advances the playhead while the state is playing, and stops at the end of the run. Returns what ends the player. */
export function startPlayer(store: AppStore, clock: Clock, rowMs = ROW_MS): () => void {
  let cancel: (() => void) | null = null;
  const stop = () => {
    cancel?.();
    cancel = null;
  };
  const tick = () => {
    cancel = null;
    const state = store.getState();
    if (!state.playing) return;
    const cursor = stepForward(state);
    if (typeof cursor === 'string') {
      store.dispatch(changeView({ playing: false }));
      return;
    }
    const step = movePlayhead(state, cursor);
    const isLast = typeof stepForward({ ...state, cursor }) === 'string';
    store.dispatch(isLast ? combine(step, changeView({ playing: false })) : step);
    follow(store.getState());
  };
  let paced = 1;
  const follow = ({ playing, speed }: AppState) => {
    // A new speed counts from the current step, not from the next.
    if (!playing || speed !== paced) stop();
    paced = speed;
    if (playing) cancel ??= clock.after(rowMs / speed, tick);
  };
  const unsubscribe = store.subscribe(follow);
  follow(store.getState());
  return () => {
    unsubscribe();
    stop();
  };
}
