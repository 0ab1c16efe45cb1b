import type { Backend } from '../backend.ts';

/** Where a backend keeps what waits, with the capacity that it has here: `per CPU: a batch of 4 (really 192), preemption off`. */
export const describePlace = ({ where, capacity }: Backend, override: number | null): string =>
  capacity === null || override === null
    ? where
    : where.replace(String(capacity.real), `${override} (really ${capacity.real})`);

/** How full something is: `3 of 192`, and with an override `3 of 4 (really 192)`. */
export const fillText = (count: number, real: number, override: number | null): string =>
  override === null ? `${count} of ${real}` : `${count} of ${override} (really ${real})`;
