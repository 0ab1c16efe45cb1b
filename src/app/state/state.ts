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
  /** The run of the document's program under its setup. */
  readonly trace: Trace;
  /** The last complete run of this document before `trace`. Lists show it until `trace` is complete. */
  readonly previousTrace: Trace | null;
  /** The runs on all visible architectures, including `trace`, in the order of their lanes. */
  readonly visibleRuns: readonly Trace[];
  /** Whether some of these runs are incomplete. Their answers are still right, but may have to run further first. */
  readonly running: boolean;
  readonly cursor: Cursor;
  /** Where the playhead goes once the run is complete: the place at which a long program was opened. Null if it is there. */
  readonly destination: PlayheadTarget | null;
  /** Cursor set by opening; null for a document that the person continues. Compared by identity. */
  readonly arrival: Cursor | null;
  /** New events go after this row of the program; 0 is before the first. */
  readonly caret: number;
  /** Rows that commands act on together; null for the row at the caret. */
  readonly selection: Selection | null;
  readonly past: readonly HistoryEntry[];
  readonly future: readonly HistoryEntry[];
  /** Time of the last key of a burst of typing, in ms; null if the next key begins a new entry of the history. */
  readonly typedAt: number | null;
  readonly playing: boolean;
  readonly zoom: Zoom;
  /** Insert mode: letter keys insert events at the caret. Never on while `letterKeys` is off. */
  readonly inserting: boolean;
  /** Kinds of findings that are neither listed nor stopped at. */
  readonly muted: readonly FindingKind[];
  /** Presentation mode, with the screen lit or blanked; null outside of it. */
  readonly presenting: 'lit' | 'blank' | null;
  /** Embedded in another page: can be stepped through, not edited. Stores nothing and leaves the address alone. */
  readonly embedded: boolean;
  readonly dialog: Dialog | null;
  /** The query of a link, until the explorer takes it. */
  readonly linkedQuery: string | null;
  /** The setups to compare with; null until the person chooses some. */
  readonly compared: readonly Side[] | null;
  readonly theme: Theme;
  /** Whether single-character keys run commands (WCAG 2.1.4). */
  readonly letterKeys: boolean;
  /** Custom keys by the id of the command; commands without an entry have their defaults. */
  readonly keys: Readonly<Record<string, readonly string[]>>;
  /** Factor of the playing speed. */
  readonly speed: number;
  /** Whether the introduction is hidden: it was dismissed, or the person came by a link or to their own work. */
  readonly introduced: boolean;
  /** Ids of the entries last run from the command palette, newest first. */
  readonly recent: readonly string[];
  /** The documents of this browser, newest first; read when they are about to be shown. */
  readonly documents: readonly ListedDocument[];
  readonly notices: readonly Notice[];
  /** The latest announcement; views put it into a polite live region. */
  readonly announcement: Announcement | null;
  /** How many requests were rejected. A new number makes the live region repeat the same reason. */
  readonly rejections: number;
}

/** A position in the run, or the step at which a row of the program happens. `applyTransaction` clamps both. */
export type PlayheadTarget = Cursor | RowTarget;

export interface RowTarget {
  /** From 1; 0 is before the first row. */
  readonly row: number;
  /** Position among the moments of the row; null is after the whole row. */
  readonly moment: number | null;
  /** Where the playhead goes if the row does not happen. */
  readonly ifMissing: 'stay' | 'start';
  /** Stays if the run has not come past the row yet, instead of running that far. */
  readonly ifPast?: true;
  /** The document was opened here: until the person moves, new events do not go inside the call at the playhead. */
  readonly isArrival?: true;
}

/** A simulated architecture at a kernel release. */
export type Architecture = Pick<Setup, 'backend' | 'era'>;

/** A column of a comparison: the part of the setup that may differ. */
export type Side = Pick<Setup, 'revision' | 'backend' | 'era'>;

/** What undo restores, storage keeps, and a link carries. */
export interface Document {
  /** The text in the editor, as the person wrote it. */
  readonly text: string;
  /** Problems of the text. If there are any, `program` is the last valid one. */
  readonly problems: readonly Diagnostic[];
  /** The text that says the program: the last one without problems. */
  readonly validText: string;
  readonly program: Program;
  readonly setup: Setup;
  /** The other architectures that the program runs on, each at most once. */
  readonly otherArchitectures: readonly Architecture[];
  /** Title of the page and of captions; that of the scenario, if one was opened. */
  readonly title: string | null;
  /** Whether the person gave the title. If so it always stays; otherwise it describes the program and goes with it. */
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

/** A position in a run. Slot -1 is before the first row. With a moment, the row has happened up to and including it. */
export interface Cursor {
  readonly slot: number;
  readonly moment: number | null;
}

/** Rows of the program between two ends, in either order, counted from 1. Commands act on whole events (`event-range.ts`). */
export interface Selection {
  /** The fixed end. */
  readonly anchor: number;
  /** The moving end. */
  readonly head: number;
  /** Whether a plain press on a row extends it, as on a touch screen, which has no Shift. */
  readonly open: boolean;
}

export interface HistoryEntry {
  /** The label of the edit, for "Undo: insert pause at position 4". */
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
/** `contrast` is light or dark as the system, with more contrast. */
export type Theme = (typeof THEMES)[number];

/** Why a document cannot be opened as it was saved. It stays in storage as it is. */
export interface Unreadable {
  /** `newer`: whole, but not in a form that this version reads. `damaged`: not what was written. */
  readonly kind: 'newer' | 'damaged';
  /** One clause in lower case. */
  readonly reason: string;
}

/** A document in the list of documents. */
export interface ListedDocument {
  readonly id: string;
  readonly title: string;
  /** Revision, architecture and length, in words; may be empty. */
  readonly about: string;
  /** Time of the last change, in ms since 1970; null if unknown. */
  readonly at: number | null;
  /** Size in storage, in characters. */
  readonly size: number;
  /** Whether the browser stored it; otherwise it is lost with the page. */
  readonly kept: boolean;
  /** Null for a document that can be opened. `hasCopy`: an older or damaged copy of it can. */
  readonly unreadable: (Unreadable & { readonly hasCopy: boolean }) | null;
  /** Whether it is open in this tab. */
  readonly here: boolean;
  /** Whether another tab has it open. */
  readonly elsewhere: boolean;
}

/** Settings that outlive the document. */
export type Preferences = Pick<AppState, 'theme' | 'letterKeys' | 'keys' | 'speed' | 'recent' | 'introduced'>;

/** What the button of a notice does: opens, restores or downloads a document, or loads the newer version of the page. */
type Action = { readonly label: string } & (
  | { readonly kind: 'open' | 'bring-back'; readonly document: string }
  | { readonly kind: 'export' /** Null: the open one. */; readonly document: string | null }
  | { readonly kind: 'use-newer' /** Also where not all work is saved. */; readonly anyway: boolean }
);

/** A message that stays until it is dismissed. */
export interface Notice {
  readonly id: string;
  readonly severity: 'error' | 'info';
  readonly text: string;
  /** The data that could not be read (a broken link, a damaged document), so that nothing is lost. */
  readonly original?: string;
  /** The offered action. */
  readonly action?: Action;
}
