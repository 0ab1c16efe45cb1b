import type { Font } from '../layout/metrics.ts';
import type { Colour } from './colours.ts';

/** A picture before it is written as SVG: placed nodes with colours that have no theme yet. */
export interface SvgPicture {
  readonly width: number;
  readonly height: number;
  readonly title: string;
  /** The picture in words, for screen readers. */
  readonly description: string;
  readonly shapes: readonly SvgNode[];
  /** The x of the current step; 0 where the whole picture is about it. */
  readonly focus: number;
}

/** Part of a picture, with an origin of its own. */
export type PictureBlock = Pick<SvgPicture, 'width' | 'height' | 'shapes' | 'focus'>;

/** `section` is the translucent green of sections, which makes nested ones darker. */
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

/** Nodes with a common origin; the title is their tooltip. */
export interface SvgGroup {
  readonly kind: 'group';
  readonly x: number;
  readonly y: number;
  readonly title?: string;
  readonly shapes: readonly SvgNode[];
}
