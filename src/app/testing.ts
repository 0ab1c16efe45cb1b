// Test support, imported by tests alone: states from a text, and a browser that a test holds in its hand.

import { expect } from 'vitest';
import type { Program, Setup } from '../engine/model.ts';
import { inspect } from '../engine/run/run.ts';
import { setupOf } from '../engine/setup/world.ts';
import { formatDiagnostic } from '../lib/source.ts';
import { parseProgram } from '../notation/text/parse.ts';
import { startApp } from './app.ts';
import { commands } from './commands/index.ts';
import { createDocument } from './document/document.ts';
import { createInitialState } from './document/open-request.ts';
import { applyTransaction } from './state/apply-transaction.ts';
import type { Args } from './state/command-arguments.ts';
import type { Host, KeyValue, LinkBase, Services } from './state/services.ts';
import type { AppState, ListedDocument } from './state/state.ts';
import { DEFAULT_PREFERENCES } from './storage/preferences.ts';

/** What links begin with on a server, and in a file on somebody's disk. */
export const PUBLIC: LinkBase = { base: 'https://host.example/', isLocal: false };
export const LOCAL: LinkBase = { base: 'file:///home/somebody/page.html', isLocal: true };

export function programOf(text: string): Program {
  const read = parseProgram(text);
  if (!read.ok) throw new Error(read.error.map((one) => formatDiagnostic(one)).join('\n'));
  return read.value.program;
}

/** A page that shows a program at a row (0: before the first), its text as given. */
export function stateOf(text: string, row = 0, choice: Partial<Setup> = {}): AppState {
  const document = { ...createDocument(programOf(text), setupOf(choice), null), text, validText: text };
  return createInitialState({ document, row, moment: null }, DEFAULT_PREFERENCES);
}

/** The state after some commands; each must be possible. */
export function done(state: AppState, ...ids: readonly (string | readonly [string, Args])[]): AppState {
  let now = state;
  for (const one of ids) {
    const [id, args] = typeof one === 'string' ? [one] : one;
    const command = commands.get(id);
    const possible = command.when(now, args);
    if (possible !== true) throw new Error(`${id}: ${possible}`);
    now = applyTransaction(now, command.run(now, args));
  }
  return now;
}

/** Asserts that a state agrees with itself: its runs are those of its document, and every position is inside them. */
export function expectValid(state: AppState): void {
  const { document, trace, visibleRuns, cursor, caret, selection } = state;
  expect(trace.program).toBe(document.program);
  expect(trace.setup).toEqual(document.setup);
  expect(visibleRuns).toContain(trace);
  expect(visibleRuns.map(({ program }) => program)).toEqual(visibleRuns.map(() => document.program));
  expect(cursor.slot).toBeGreaterThanOrEqual(-1);
  expect(cursor.slot).toBeLessThan(Math.max(1, trace.length));
  if (cursor.moment !== null) {
    expect(cursor.moment).toBeGreaterThanOrEqual(0);
    expect(cursor.moment).toBeLessThan(inspect(trace, cursor.slot).moments.length);
  }
  const rows = trace.rows.length;
  expect(caret).toBeGreaterThanOrEqual(0);
  expect(caret).toBeLessThanOrEqual(rows);
  for (const end of selection ? [selection.anchor, selection.head] : []) {
    expect(end).toBeGreaterThanOrEqual(1);
    expect(end).toBeLessThanOrEqual(rows);
  }
}

/** `3.1` for the second moment of slot 3, `3` for the whole row. */
export const at = ({ cursor: { slot, moment } }: AppState): string =>
  moment === null ? `${slot}` : `${slot}.${moment}`;

/** The program on one line. */
export const flat = ({ document }: Pick<AppState, 'document'>): string =>
  document.text.replace(/\s*\n\s*/g, '; ').trim();

/** A saved document as the list shows it. */
export const LISTED: ListedDocument = {
  ...{ id: 'a', title: 'six calls', about: '', at: 0, size: 0 },
  ...{ kept: true, unreadable: null, here: false, elsewhere: false },
};

/** Storage in memory; `failing` decides of each call, by its number from 1, whether it throws `error`. */
export function storage(
  values = new Map<string, string>(),
  failing: (call: number) => boolean = () => false,
  error: () => unknown = () => new DOMException('The quota has been exceeded.', 'QuotaExceededError'),
) {
  let call = 0;
  const guard = <T>(act: () => T): T => {
    call += 1;
    if (failing(call)) throw error();
    return act();
  };
  const keyValue: KeyValue = {
    get: (key) => guard(() => values.get(key) ?? null),
    set: (key, value) => guard(() => void values.set(key, value)),
    remove: (key) => guard(() => void values.delete(key)),
    keys: () => guard(() => [...values.keys()]),
  };
  return { ...keyValue, values, calls: () => call };
}

interface Entry {
  readonly fragment: string;
  readonly tag: string | null | undefined;
}

/** One tab of a browser. What is `local` may be shared with another. */
export function browser({
  fragment = '',
  local = storage() as KeyValue | null,
  tab = storage() as KeyValue | null,
  host = null as Host | null,
} = {}) {
  let now = 0;
  const timers = new Map<number, { readonly at: number; readonly then: () => void }>();
  let timer = 0;
  const entries: Entry[] = [{ fragment, tag: undefined }];
  let here = 0;
  const listeners = new Set<() => void>();
  const hiders = new Set<() => void>();
  const storageListeners = new Set<() => void>();
  const clipboard: string[] = [];
  const waiting = new Set<() => void>();
  const loads: string[] = [];
  const downloads: { readonly name: string; readonly text: string }[] = [];
  const persistRequests: number[] = [];
  const own = {};
  const listen = (to: Set<() => void>) => (listener: () => void) => {
    to.add(listener);
    return () => void to.delete(listener);
  };
  const wait = (ms: number) => {
    const until = now + ms;
    for (;;) {
      const [next] = [...timers].filter(([, { at: due }]) => due <= until).sort(([, a], [, b]) => a.at - b.at);
      if (!next) break;
      timers.delete(next[0]);
      now = next[1].at;
      next[1].then();
    }
    now = until;
  };
  const after = (ms: number, then: () => void) => {
    timer += 1;
    const own = timer;
    timers.set(own, { at: now + ms, then });
    return () => void timers.delete(own);
  };
  const services: Services = {
    local,
    tab,
    address: {
      ...PUBLIC,
      fragment: () => entries[here]?.fragment ?? '',
      tag: () => entries[here]?.tag,
      reloaded: () => false,
      replace(written, tag) {
        entries[here] = { fragment: written, tag };
      },
      push(written, tag) {
        entries.splice(here + 1, entries.length, { fragment: written, tag });
        here += 1;
      },
      onChange: listen(listeners),
    },
    clipboard: {
      read: async () => clipboard.at(-1) ?? '',
      write: async (text) => {
        clipboard.push(text);
      },
    },
    clock: {
      now: () => now,
      today: () => ++browserTime,
      after,
      whenIdle: (then) => after(0, then),
    },
    host,
    presence: {
      hold: (id) => void open.set(own, id),
      elsewhere: async () => new Set([...open].flatMap(([other, id]) => (other === own || id === null ? [] : [id]))),
    },
    newer: { onReady: listen(waiting), load: () => void loads.push(entries[here]?.fragment ?? '') },
    download: (name, text) => void downloads.push({ name, text }),
    async persist() {
      persistRequests.push(now);
      return true;
    },
    newId: () => `id${++lastId}`,
    onHide: listen(hiders),
    onStorageChange: listen(storageListeners),
  };
  return {
    services,
    clipboard,
    entries,
    /** The address at each time that the page was loaded in a newer version. */
    loads,
    /** The files that were offered to be saved. */
    downloads,
    /** The times at which the page asked to keep its storage. */
    persistRequests,
    /** A newer version of the page lies ready. */
    offerNewer() {
      for (const listener of waiting) listener();
    },
    address: () => entries[here]?.fragment ?? '',
    /** Lets time pass; what is due happens in its order. */
    wait,
    /** Another tab changed what they share. */
    changeStorage() {
      for (const listener of storageListeners) listener();
    },
    hide() {
      for (const listener of hiders) listener();
    },
    /** Back (-1) or Forward (1). */
    go(step: number) {
      here = Math.max(0, Math.min(entries.length - 1, here + step));
      for (const listener of listeners) listener();
      wait(0);
    },
    /** An address typed by hand, or several that another page sets before this one gets to run anything else. */
    visit(...typed: readonly string[]) {
      for (const address of typed) {
        entries.splice(here + 1, entries.length, { fragment: address, tag: undefined });
        here += 1;
        for (const listener of listeners) listener();
      }
      wait(0);
    },
  };
}

/** What each tab has open. */
const open = new Map<object, string | null>();
let lastId = 0;
let browserTime = 1_700_000_000_000;

/** A tab with the application in it. */
export function openTab(page = browser()) {
  const app = startApp(page.services);
  const state = () => app.store.getState();
  return {
    app,
    page,
    state,
    text: () => flat(state()),
    at: () => at(state()),
    notices: () => state().notices.map(({ text }) => text),
  };
}

type Tab = ReturnType<typeof openTab>;

/** The same tab after its page was loaded anew. */
export const reloaded = ({ page }: Tab): Tab => openTab(page);

/** The program of the scenario that a fresh tab opens. */
export const SIX = 'enable; enable; pause; resume; disable; disable';
