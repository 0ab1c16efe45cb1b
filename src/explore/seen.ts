import type { Summary } from '../engine/model.ts';

/**
 * What a row shows from outside (design 3.7): callbacks, whether the mode is active, checks that fired, whether it happened.
 * Not what callbacks saw. That a once-check had fired before is its own history, not a difference.
 */
export interface Seen {
  /** A word for all but `active`. */
  readonly said: string;
  /** null: the revision cannot tell. */
  readonly active: boolean | null;
}

export const seenOf = ({ callbacks, checks, active, outcome }: Summary): Seen => ({
  said: [
    `callbacks: ${callbacks.map(({ callback }) => callback).join(', ') || 'none'}`,
    `checks: ${checks.flatMap(({ macro, fired }) => (fired ? [macro] : [])).join(', ') || 'none'}`,
    ...(outcome === 'skipped' ? ['did not happen'] : []),
    ...(outcome === 'ended' ? ['the run ends'] : []),
  ].join('; '),
  active,
});

/** Whether two rows look different. What one of them cannot tell is no difference. */
export const differ = (a: Seen, b: Seen): boolean =>
  a.said !== b.said || (a.active !== null && b.active !== null && a.active !== b.active);

export const seenText = ({ said, active }: Seen): string =>
  `${said}; active: ${active === null ? 'unknown' : active ? 'yes' : 'no'}`;
