import { attempt } from '../../lib/attempt.ts';
import type { Presence } from '../state/services.ts';

const PREFIX = 'lazymmu/1/open/';

/** Tells tabs from one another by locks: the browser itself lets go of them when a tab ends, however it ends. */
export function presenceIn({ navigator }: Pick<Window, 'navigator'>): Presence {
  let held: string | null = null;
  let letGo: (() => void) | null = null;
  return {
    hold(id) {
      if (id === held) return;
      letGo?.();
      letGo = null;
      held = id;
      if (id === null) return;
      const until = new Promise<void>((resolve) => {
        letGo = resolve;
      });
      // A browser without locks, or one that denies them, tells nothing of other tabs; all else works.
      const asked = attempt(() => navigator.locks.request(PREFIX + id, { mode: 'shared' }, () => until));
      if (asked.ok) asked.value.catch(() => undefined);
    },
    async elsewhere() {
      try {
        const { held: locks = [] } = await navigator.locks.query();
        const names = locks.flatMap(({ name }) => (name?.startsWith(PREFIX) ? [name.slice(PREFIX.length)] : []));
        const own = held === null ? -1 : names.indexOf(held);
        return new Set(own < 0 ? names : names.toSpliced(own, 1));
      } catch {
        return new Set();
      }
    },
  };
}
