import { attempt } from '../../lib/attempt.ts';
import type { Presence } from '../state/services.ts';

const PREFIX = 'lazymmu/1/open/';

/** Tracks open documents with Web Locks, which the browser releases even if a tab crashes. */
export function presenceIn({ navigator }: Pick<Window, 'navigator'>): Presence {
  let held: string | null = null;
  let release: (() => void) | null = null;
  return {
    hold(id) {
      if (id === held) return;
      release?.();
      release = null;
      held = id;
      if (id === null) return;
      const until = new Promise<void>((resolve) => {
        release = resolve;
      });
      // Without Web Locks, other tabs are unknown; everything else works.
      const request = attempt(() => navigator.locks.request(PREFIX + id, { mode: 'shared' }, () => until));
      if (request.ok) request.value.catch(() => undefined);
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
