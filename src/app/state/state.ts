import type { Program, Setup } from '../../engine/model.ts';
import type { Trace } from '../../engine/run/run.ts';
import type { FindingKind } from '../../layout/finding-kind.ts';
import type { Diagnostic } from '../../lib/source.ts';
import type { Zoom } from './zoom.ts';

/**
 * The whole state of the page: a document, the position in it, and how it is shown. Everything else is derived. Only a
 * transaction changes it (`transaction.ts`); commands (`commands/`) are pure functions from a state to a transaction.
 */
export interface AppState {
  readonly document: Document;
  /** Counts the documents that were opened on this page: another number means another document, not an edit. */
  readonly documentGeneration: number;
  /** What opening the document changed in the setup; null if it changed nothing, and for the first document. */
  readonly setupChange: SetupChange | null;
  /** The run of the document's program; always that of `document`. */
  readonly trace: Trace;
  /** The last complete run of this document before `trace`, which lists show while `trace` is under way. */
  readonly previousTrace: Trace | null;
  /** The runs on all architectures that are shown, `trace` among them, in the order of their lanes. */
  readonly visibleRuns: readonly Trace[];
  /** Some of these runs are under way. What is asked of one is right all the same, but may have to be run for first. */
  readonly running: boolean;
  readonly cursor: Cursor;
  /** The very cursor with which the document was opened, here or by a link; null where a person goes on with their own. */
  readonly arrival: Cursor | null;
  /** Where new events go: behind this row of the program (0: before the first). */
  readonly caret: number;
  /** Rows to act on together; null: the row at the caret. */
  readonly selection: Selection | null;
  readonly past: readonly HistoryEntry[];
  readonly future: readonly HistoryEntry[];
  /** When the last key of a burst of typing came, in ms; null when the next one begins a new entry of the history. */
  readonly typedAt: number | null;
  readonly playing: boolean;
  readonly zoom: Zoom;
  /** Insert mode: letters add events at the caret. Never while `letterKeys` is off. */
  readonly inserting: boolean;
  /** Kinds of findings that are not listed, and passed over on the way to the next one. */
  readonly muted: readonly FindingKind[];
  /** Large, for a lecture hall; `blank` while nobody shall look at it. Null on a desk. */
  readonly presenting: 'lit' | 'blank' | null;
  /** Inside a page of somebody else: to be stepped through, not to be edited; keeps nothing and leaves the address alone. */
  readonly embedded: boolean;
  readonly dialog: Dialog | null;
  /** What a link asks the explorer, until it is asked. */
  readonly question: string | null;
  /** What the document's own setup is compared with; null until a person chose. */
  readonly compared: readonly Side[] | null;
  readonly theme: Theme;
  /** Single-letter keys can be switched off (WCAG 2.1.4). */
  readonly letterKeys: boolean;
  /** Keys that a person gave to commands, by id: all keys of those commands. The others have those that they come with. */
  readonly keys: Readonly<Record<string, readonly string[]>>;
  /** How many times faster than at first it plays. */
  readonly speed: number;
  /** Nobody has to be told what the page is about: one was, or came by a link or to work of one's own. */
  readonly introduced: boolean;
  /** Ids of the entries that were last run from the command palette, the newest first. */
  readonly recent: readonly string[];
  /** The documents of this browser, the newest first; looked up when they are to be shown. */
  readonly documents: readonly ListedDocument[];
  readonly notices: readonly Notice[];
  /** The latest announcement; views put it into a polite live region. */
  readonly announcement: Announcement | null;
  /** How many requests were rejected. A new number makes the live region repeat the same reason. */
  readonly rejections: number;
}

/** A simulated architecture at an era. */
export type Architecture = Pick<Setup, 'backend' | 'era'>;

/** A column of a comparison: what may differ from the document's own setup. */
export type Side = Pick<Setup, 'revision' | 'backend' | 'era'>;

/** What undo brings back, what is saved, and what a link carries. */
export interface Document {
  /** What the editor shows, as the person wrote it. */
  readonly text: string;
  /** What is wrong with the text. Where there is something, `program` is the last one that was right. */
  readonly problems: readonly Diagnostic[];
  readonly program: Program;
  readonly setup: Setup;
  /** Other architectures that the program is run on beside the setup's own, each at most once. */
  readonly otherArchitectures: readonly Architecture[];
  /** Name shown in the page's title and in captions; a scenario's title when it was opened from one. */
  readonly title: string | null;
  /** A person gave the title: it stays whatever the program becomes. Else it tells of the program, and goes with it. */
  readonly named: boolean;
}

/** The setup before another document was opened, and the setup of that document. */
export interface SetupChange {
  readonly before: Setup;
  readonly after: Setup;
}

/** What a screen reader says. Views decide by the kind whether it is shown, too. */
export interface Announcement {
  readonly kind:
    | 'moved'
    | 'selected'
    | 'edited'
    | 'undone'
    | 'pasted'
    | 'copied'
    | 'opened'
    | 'stored'
    | 'theme'
    | 'view'
    | 'rejected';
  readonly text: string;
}

/** `slot` -1 is before the first row. With `moment` set the row is under way: its moments up to that one have happened. */
export interface Cursor {
  readonly slot: number;
  readonly moment: number | null;
}

/** Rows of the program, from one to another, both from 1 and in either order. What is acted on are whole events: `piece.ts`. */
export interface Selection {
  /** Where it began, and stays. */
  readonly anchor: number;
  /** Where it ends as far as it has got. */
  readonly head: number;
  /** A plain press on a row extends it: for fingers, which have no Shift. */
  readonly open: boolean;
}

export interface HistoryEntry {
  /** What the person did, for "Undo: add pause at row 4". */
  readonly name: string;
  readonly document: Document;
  readonly cursor: Cursor;
  readonly caret: number;
}

export type Dialog =
  | 'add-event'
  | 'documents'
  | 'help'
  | 'model'
  | 'compare'
  | 'explore'
  | 'picture'
  | 'comparison-picture'
  | 'palette'
  | 'go-to';

export const THEMES = ['system', 'light', 'dark', 'contrast'] as const;
/** `contrast`: light or dark as the system, with more contrast. */
export type Theme = (typeof THEMES)[number];

/** A document as the list of them tells it. */
export interface ListedDocument {
  readonly id: string;
  readonly title: string;
  /** Revision, architecture and length, in words; may be empty. */
  readonly about: string;
  /** When it was last changed, in ms since 1970. */
  readonly at: number;
  /** Characters that it takes. */
  readonly size: number;
  /** False: the browser refused it, and it will not outlive the page. */
  readonly kept: boolean;
  /** It is the one that is open on this page. */
  readonly here: boolean;
  /** Another tab has it open. */
  readonly elsewhere: boolean;
}

/** How a person wants the page, whatever it shows. */
export type Preferences = Pick<AppState, 'theme' | 'letterKeys' | 'keys' | 'speed' | 'recent' | 'introduced'>;

/** Opens a saved document by its id, brings back one that was deleted, or loads the page anew in a newer version. */
type Action = { readonly label: string } & (
  | { readonly kind: 'open' | 'bring-back'; readonly document: string }
  | { readonly kind: 'use-newer' /** Also where not all work is saved. */; readonly anyway: boolean }
);

/** A message that stays until it is put away. */
export interface Notice {
  readonly id: string;
  readonly severity: 'error' | 'info';
  readonly text: string;
  /** The bytes that could not be read (a broken link, a broken save), so that nothing is lost. */
  readonly original?: string;
  /** What can be done about it. */
  readonly action?: Action;
}
