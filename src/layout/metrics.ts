/**
 * Sizes that layout and renderers share: lanes, marks and texts, in CSS pixels at zoom 1. A text's `y` is always its
 * baseline.
 */

/** Heights of lanes. They are fixed, so that lanes keep their place while stepping. */
export const LANE = {
  events: 48,
  runs: 32,
  sections: 96,
  counter: 64,
  flag: 44,
  callbacks: 56,
  backend: 84,
  findings: 40,
} as const;

/** A mark is drawn within this radius around its point; its label starts `label` to the right. */
export const MARK = { radius: 7, label: 11, baseline: 4, detail: 19 } as const;

/** Where a box's text starts, from the box's top left corner. */
export const BOX = { left: 6, baseline: 13 } as const;

/** Corner radius of a box that starts and ends within the drawing. */
export const CORNER = 4;

/** The hatching of pauses, which differs from a plain fill in greyscale and in print. */
export const HATCHING = { size: 7, stripe: 4, degrees: 45 } as const;

export interface Font {
  readonly family: 'sans' | 'mono';
  readonly size: number;
}

/** Fonts by use. */
export const FONT = {
  event: { family: 'mono', size: 12 },
  number: { family: 'mono', size: 10.5 },
  box: { family: 'sans', size: 11 },
  mark: { family: 'mono', size: 12 },
  detail: { family: 'mono', size: 10.5 },
  value: { family: 'mono', size: 12 },
  caption: { family: 'sans', size: 10.5 },
} as const satisfies Record<string, Font>;
