import type { Era } from '../engine/model.ts';

/**
 * A timeline as plain data, drawn alike by the screen, pictures and snapshot tests. Units are CSS pixels at zoom 1; the
 * origin is the top left corner; a slot is a row of the trace in time order, from 0.
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

/** A horizontal strip, whose name stays at the left while it scrolls. */
export interface Lane {
  readonly id: string;
  readonly title: string;
  readonly subtitle: string;
  readonly y: number;
  readonly height: number;
  /** A line along its bottom that stays in view; `brief` where the text does not fit. */
  readonly caption?: { readonly text: string; readonly brief: string };
  /** The architecture of a backend lane; `main` if the columns belong to its run. */
  readonly architecture?: { readonly backend: string; readonly era: Era; readonly main: boolean };
}

/** The column of one row of the trace. */
export interface TimelineColumn {
  readonly slot: number;
  /** The row's number in the program and in the mail table. */
  readonly number: number;
  readonly x: number;
  readonly width: number;
  /** The event in the notation, truncated to fit. */
  readonly label: string;
  /** The row in words, for the tooltip and screen readers. */
  readonly title: string;
  readonly silent: boolean;
}

interface Item {
  /** Stable across scenes, for animation and tests. */
  readonly id: string;
  readonly slot: number;
  /** The tooltip; also read by screen readers. */
  readonly title: string;
}

/** `ignored` is a section or pause that the kernel did not count; it is dashed. */
export interface Box extends Item {
  readonly kind: 'section' | 'pause' | 'ignored' | 'interrupt' | 'active' | 'idle' | 'under-way' | 'waiting';
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  /** Text inside, at the top left; empty for none. */
  readonly label: string;
  /** A word at the top right of a box that is still open when the run ends. */
  readonly end?: string;
  /** The sides on which the box continues beyond the drawing or is still open. */
  readonly open: 'none' | 'left' | 'right' | 'both';
}

export interface Path extends Item {
  readonly kind: 'counter' | 'baseline';
  readonly d: string;
}

/** A sign of a kind, with a label beside it. */
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
  /** A second, smaller line: what a callback saw, how many entries were flushed. */
  readonly detail: string;
}

export interface Label extends Item {
  readonly kind: 'value' | 'changed' | 'caption';
  readonly x: number;
  readonly y: number;
  readonly text: string;
  readonly anchor: 'start' | 'middle' | 'end';
}

/** Measures a text in px. Passed in, because layout has no DOM. */
export type Measure = (text: string, font: 'sans' | 'mono', size: number) => number;
