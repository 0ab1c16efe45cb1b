import type { Font } from '../layout/metrics.ts';
import type { Colour } from './colours.ts';

/** A picture before it is written: shapes at their places, their colours still without a theme. */
export interface SvgPicture {
  readonly width: number;
  readonly height: number;
  readonly title: string;
  /** What it shows, in words, for those who do not see it. */
  readonly description: string;
  readonly shapes: readonly SvgNode[];
  /** How far from the left the step stands that is looked at; 0 where all of the sheet is of it. */
  readonly focus: number;
}

/** Part of a sheet, drawn from an origin of its own. */
export type PictureBlock = Pick<SvgPicture, 'width' | 'height' | 'shapes' | 'focus'>;

/** `section` is the see-through green of sections, so that nested ones grow darker. */
export type Paint = Colour | 'none' | 'hatching' | 'section';

export interface Stroke {
  readonly paint: Colour;
  readonly width: number;
  readonly dash?: string;
  readonly round?: true;
}

export interface TextStyle extends Font {
  readonly paint: Colour;
  readonly bold?: true;
  readonly italic?: true;
}

export type SvgNode =
  | {
      readonly kind: 'rect';
      readonly x: number;
      readonly y: number;
      readonly width: number;
      readonly height: number;
      readonly corner?: number;
      readonly fill: Paint;
      readonly stroke?: Stroke;
    }
  | { readonly kind: 'path'; readonly d: string; readonly fill: Paint; readonly stroke?: Stroke }
  | SvgText
  | SvgGroup;

/** One line; `y` is its baseline. */
export interface SvgText {
  readonly kind: 'text';
  readonly x: number;
  readonly y: number;
  readonly text: string;
  readonly style: TextStyle;
  readonly anchor?: 'start' | 'middle' | 'end';
}

/** Shapes that mean one thing, drawn from a point of their own; the title is what a pointer over them is told. */
export interface SvgGroup {
  readonly kind: 'group';
  readonly x: number;
  readonly y: number;
  readonly title?: string;
  readonly shapes: readonly SvgNode[];
}
