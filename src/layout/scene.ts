import type { Era } from '../engine/model.ts';

/**
 * A drawing as plain data: what the screen, a picture and a snapshot test draw alike. Units are CSS pixels at zoom 1;
 * the origin is the top left corner of the drawing; a slot is a row of the trace in time order, from 0.
 */
export interface Scene {
  readonly width: number;
  readonly height: number;
  readonly lanes: readonly Lane[];
  readonly columns: readonly TimelineColumn[];
  readonly boxes: readonly Box[];
  readonly paths: readonly Path[];
  readonly marks: readonly Mark[];
  readonly labels: readonly Label[];
}

/** A horizontal strip: its name stands at the left and does not scroll. */
export interface Lane {
  readonly id: string;
  readonly title: string;
  readonly subtitle: string;
  readonly y: number;
  readonly height: number;
  /** A quiet line along its bottom that stays in sight; `brief` where there is no room for it. */
  readonly caption?: { readonly text: string; readonly brief: string };
  /** The architecture whose run it shows, and whether the columns are that run's. */
  readonly architecture?: { readonly backend: string; readonly era: Era; readonly main: boolean };
}

/** One row of the trace: everything about it stands in its column. */
export interface TimelineColumn {
  readonly slot: number;
  /** The row's number in the program's text and in the mail table. */
  readonly number: number;
  readonly x: number;
  readonly width: number;
  /** The event in the notation, shortened to fit. */
  readonly label: string;
  /** The whole row in words, for a tooltip and a screen reader. */
  readonly title: string;
  readonly silent: boolean;
}

interface Item {
  /** Stable while the item stays what it is, so that it can be animated and tested. */
  readonly id: string;
  readonly slot: number;
  /** In words; also what a screen reader says. */
  readonly title: string;
}

/** `ignored` is a section or pause that the kernel did not count: drawn dashed. */
export interface Box extends Item {
  readonly kind: 'section' | 'pause' | 'ignored' | 'interrupt' | 'active' | 'idle' | 'under-way' | 'waiting';
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  /** Text inside, at the top left; empty for none. */
  readonly label: string;
  /** A word inside, at the top right: that it is still open where the run ends. */
  readonly end?: string;
  /** The box goes on beyond the drawing on this side, or is still open there. */
  readonly open: 'none' | 'left' | 'right' | 'both';
}

export interface Path extends Item {
  readonly kind: 'counter' | 'baseline';
  readonly d: string;
}

/** A sign with a shape of its own, and a word beside it. */
export interface Mark extends Item {
  readonly kind:
    | 'enter'
    | 'leave'
    | 'flush'
    | 'no-callback'
    | 'deferred'
    | 'flushed'
    | 'immediate'
    | 'tlb'
    | 'fault'
    | 'bug'
    | 'warning'
    | 'hazard'
    | 'rule'
    | 'note'
    | 'silent-check'
    | 'skipped';
  readonly x: number;
  readonly y: number;
  readonly label: string;
  /** A second, quieter line: what a callback saw, how many entries went. */
  readonly detail: string;
}

export interface Label extends Item {
  readonly kind: 'value' | 'changed' | 'caption';
  readonly x: number;
  readonly y: number;
  readonly text: string;
  readonly anchor: 'start' | 'middle' | 'end';
}

/** Width of a text in px in the drawing's font; passed in, since nothing here knows a screen. */
export type Measure = (text: string, font: 'sans' | 'mono', size: number) => number;
