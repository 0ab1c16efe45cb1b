/**
 * Sizes that a drawing and who draws it must agree on: lanes, signs and texts, in CSS pixels at zoom 1. A text's `y` is
 * its baseline everywhere.
 */

/** Heights of lanes; all are fixed, so that nothing jumps. */
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

/** A sign is drawn around its point within this radius; its label begins `label` to the right of the point. */
export const MARK = { radius: 7, label: 11, baseline: 4, detail: 19 } as const;

/** A box's text begins here, from the box's top left corner. */
export const BOX = { left: 6, baseline: 13 } as const;

/** The corners of a box that begins and ends within the drawing. */
export const CORNER = 4;

/** The stripes of pauses: told from a plain fill in greyscale and in print. */
export const HATCHING = { size: 7, stripe: 4, degrees: 45 } as const;

export interface Font {
  readonly family: 'sans' | 'mono';
  readonly size: number;
}

/** Fonts by what is written. */
export const FONT = {
  event: { family: 'mono', size: 12 },
  number: { family: 'mono', size: 10.5 },
  box: { family: 'sans', size: 11 },
  mark: { family: 'mono', size: 12 },
  detail: { family: 'mono', size: 10.5 },
  value: { family: 'mono', size: 12 },
  caption: { family: 'sans', size: 10.5 },
} as const satisfies Record<string, Font>;
