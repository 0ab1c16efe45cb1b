import { announce, changeView, combine, type Transaction } from './transaction.ts';

/** Playing speeds as factors, slowest first. */
export const SPEEDS: readonly number[] = [0.5, 1, 2, 4];

/** Formats a speed: `0.5×`. */
export const speedLabel = (speed: number): string => `${speed}×`;

/** The next speed up (1) or down (-1); null if there is none. */
export const nextSpeed = (speed: number, step: 1 | -1): number | null => SPEEDS[SPEEDS.indexOf(speed) + step] ?? null;

/** Changes the playing speed and announces it. */
export const setSpeed = (speed: number): Transaction =>
  combine(changeView({ speed }), announce('view', `Playback speed ${speedLabel(speed)}`));
