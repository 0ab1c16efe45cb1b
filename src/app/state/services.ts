import type { SchedulerClock } from '../../lib/scheduler.ts';

/** What the application needs of a browser, small enough to be replaced by a test. Only `browser.ts` has the real ones. */
export interface Services {
  /** Kept for all tabs; null where the browser gives none. */
  readonly local: KeyValue | null;
  /** Kept for this tab alone, over reloads. */
  readonly tab: KeyValue | null;
  readonly address: Address;
  readonly clipboard: { write(text: string): Promise<void>; read(): Promise<string> };
  readonly clock: Clock;
  readonly newer: Newer;
  /** The page of somebody else that this one is part of; null where it stands by itself. */
  readonly host: Host | null;
  readonly presence: Presence;
  /** A fresh id of lower-case letters and digits, different in every tab. */
  newId(): string;
  /** Calls back when the page is about to be hidden or left; returns what ends that. */
  onHide(listener: () => void): () => void;
}

/** Storage. Any call may throw: access denied, quota exceeded. */
export interface KeyValue {
  get(key: string): string | null;
  set(key: string, value: string): void;
  remove(key: string): void;
  keys(): readonly string[];
}

/** What links begin with. */
export interface LinkBase {
  /** An address without a fragment. */
  readonly base: string;
  /** The address leads to this machine, so that a link works here only. */
  readonly isLocal: boolean;
}

/** The address bar. Each entry of its history may carry a tag, here the id of a saved document. */
export interface Address extends LinkBase {
  /** The fragment with its `#`; empty for none. */
  fragment(): string;
  /** Null where the entry has none; undefined where it is not ours: typed, followed from elsewhere. */
  tag(): string | null | undefined;
  /** Whether the page came by loading it anew, and not by an address. */
  reloaded(): boolean;
  /** Writes over the present entry; `push` makes one that Back comes back from. Neither calls the listener. */
  replace(fragment: string, tag: string | null): void;
  push(fragment: string, tag: string | null): void;
  /** Calls back when the person changed the fragment, by Back, by Forward or by hand; returns what ends that. */
  onChange(listener: () => void): () => void;
}

/** A page that this one is embedded in. */
export interface Host {
  /** What it wrote into the address, after the name of a colour scheme; null for nothing. */
  readonly theme: string | null;
  post(message: object): void;
  /** Calls back with whatever the host says, unchecked; returns what ends that. */
  onMessage(listener: (message: unknown) => void): () => void;
}

/** Newer versions of the page itself. */
export interface Newer {
  /** Calls back when one lies ready, perhaps more than once; returns what ends that. */
  onReady(listener: () => void): () => void;
  /** Loads the page anew, in the newest version that lies ready. */
  load(): void;
}

/** What the tabs of this browser have open. */
export interface Presence {
  /** This tab has this document open; null for none that is kept. */
  hold(id: string | null): void;
  /** The documents that other tabs have open; none where a browser does not tell. */
  elsewhere(): Promise<ReadonlySet<string>>;
}

export interface Clock extends SchedulerClock {
  /** Wall-clock time in ms since 1970, for telling which draft is newest. */
  today(): number;
}
