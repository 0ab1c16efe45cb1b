import type { Backend } from '../backend.ts';

/** Describes where a backend keeps pending work, with the batch size in use: `per CPU: a batch of 4 (kernel: 192), preemption disabled`. */
export const describePlace = ({ where, capacity }: Backend, override: number | null): string =>
  capacity === null || override === null
    ? where
    : where.replace(String(capacity.real), `${override} (kernel: ${capacity.real})`);

/** Describes how full a batch is: `3 of 192`, or with an override `3 of 4 (kernel: 192)`. */
export const fillText = (count: number, real: number, override: number | null): string =>
  override === null ? `${count} of ${real}` : `${count} of ${override} (kernel: ${real})`;
