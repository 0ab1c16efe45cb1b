import { format } from 'd3';

/** Formats `65,536`. */
export const formatCount: (value: number) => string = format(',.0f');

/** Formats bytes in MB, with one decimal below 10. */
export const formatMegabytes = (bytes: number): string => {
  const mb = bytes / 1e6;
  return mb < 10 ? mb.toFixed(1) : formatCount(mb);
};

/** Formats `0.4 s`, `2 min 5 s`. */
export function formatDuration(ms: number): string {
  const seconds = ms / 1000;
  if (seconds < 0.05) return 'under 0.1 s';
  if (seconds < 60) return `${seconds.toFixed(1)} s`;
  return `${Math.floor(seconds / 60)} min ${Math.floor(seconds % 60)} s`;
}

/** Formats states per second with two significant digits; null if the time is too short to measure. */
export function formatRate(states: number, ms: number): string | null {
  if (ms < 50 || states === 0) return null;
  const rate = (states / ms) * 1000;
  const digit = 10 ** Math.max(0, Math.floor(Math.log10(rate)) - 1);
  return formatCount(Math.round(rate / digit) * digit);
}
