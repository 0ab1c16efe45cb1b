import { assert } from '../lib/assert.ts';
import type { CallEvent, Event, PageEvent, PageOp, Setup } from './model.ts';
import { run, type Trace } from './run.ts';
import { prepare, setupOf, type World } from './world.ts';

/** Short forms for tests below the notation, which tests above it do not need. */

const CALLS = { E: 'enable', D: 'disable', P: 'pause', R: 'resume' } as const;

/** `EEDP`: one letter a call. */
export const calls = (letters: string): CallEvent[] =>
  [...letters].map((letter) => ({ kind: 'call', helper: CALLS[letter as keyof typeof CALLS] }));

/** `page('set', 'k1')`, `page('clear', 2)`. */
export function page(op: PageOp, name: string | number, to?: number): PageEvent {
  const text = String(name);
  const kernel = text.startsWith('k');
  const ref = { space: kernel ? 'kernel' : 'user', index: Number(text.replace(/^[ku]/, '')) } as const;
  return { kind: 'page', op, page: ref, ...(to === undefined ? {} : { to }) };
}

export const irq = (...body: Event[]): Event => ({ kind: 'irq', body });

export function worldOf(choice: Partial<Setup> = {}): World {
  const world = prepare(setupOf(choice));
  assert(world.ok, world.ok ? '' : world.error);
  return world.value;
}

export const runOf = (choice: Partial<Setup>, program: readonly Event[]): Trace => run(worldOf(choice), program);
