import type { SchedulerClock } from '../../lib/scheduler.ts';

/** The browser services of the application. Tests replace them; `browser.ts` implements them. */
export interface Services {
  /** Storage shared by all tabs; null if the browser has none. */
  readonly local: KeyValue | null;
  /** Storage of this tab, which survives reloads; null if the browser has none. */
  readonly tab: KeyValue | null;
  readonly address: Address;
  readonly clipboard: { write(text: string): Promise<void>; read(): Promise<string> };
  readonly clock: Clock;
  readonly newer: Newer;
  /** The page that embeds this one; null if it is not embedded. */
  readonly host: Host | null;
  readonly presence: Presence;
  /** Offers a text as a file to be saved. */
  download(name: string, text: string): void;
  /** Asks the browser not to delete what is stored when it runs short of room; it may ask the user. */
  persist(): Promise<boolean>;
  /** Creates a unique id of lower-case letters and digits. */
  newId(): string;
  /** Calls back when another tab changed `local`. Returns the function that unsubscribes. */
  onStorageChange(listener: () => void): () => void;
  /** Calls back when the page is about to be hidden or left. Returns the function that unsubscribes. */
  onHide(listener: () => void): () => void;
}

/** Storage. Any call may throw: access denied, quota exceeded. */
export interface KeyValue {
  get(key: string): string | null;
  set(key: string, value: string): void;
  remove(key: string): void;
  keys(): readonly string[];
}

/** The base of links. */
export interface LinkBase {
  /** An address without a fragment. */
  readonly base: string;
  /** Whether the address is one of this machine, so that a link works only here. */
  readonly isLocal: boolean;
}

/** The address bar. Each entry of its history may carry a tag, here the id of a saved document. */
export interface Address extends LinkBase {
  /** Returns the fragment with its `#`; empty if there is none. */
  fragment(): string;
  /** Returns the tag; null if the entry has none, undefined if the page did not create the entry. */
  tag(): string | null | undefined;
  /** Whether the page was reloaded. */
  reloaded(): boolean;
  /** Replaces the current history entry; `push` adds one. Neither calls the listener. */
  replace(fragment: string, tag: string | null): void;
  push(fragment: string, tag: string | null): void;
  /** Calls back when the user changes the fragment by Back, Forward or typing. Returns the function that unsubscribes. */
  onChange(listener: () => void): () => void;
}

/** A page that this one is embedded in. */
export interface Host {
  /** The theme in the address, unchecked; null if there is none. */
  readonly theme: string | null;
  post(message: object): void;
  /** Calls back with each message of the host, unchecked. Returns the function that unsubscribes. */
  onMessage(listener: (message: unknown) => void): () => void;
}

/** Updates of the page itself. */
export interface Newer {
  /** Calls back when a newer version is installed, perhaps more than once. Returns the function that unsubscribes. */
  onReady(listener: () => void): () => void;
  /** Reloads the page with the newest installed version. */
  load(): void;
}

/** The documents that the tabs of this browser have open. */
export interface Presence {
  /** Marks a document as open in this tab; null for one that is not saved. */
  hold(id: string | null): void;
  /** Returns the documents open in other tabs; none if the browser has no locks. */
  elsewhere(): Promise<ReadonlySet<string>>;
}

export interface Clock extends SchedulerClock {
  /** Wall-clock time in ms since 1970, for telling which draft is newest. */
  today(): number;
}
