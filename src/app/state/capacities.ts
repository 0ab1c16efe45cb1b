import { backends } from '../../engine/backends/index.ts';

/** The batch sizes that can be chosen for teaching, with the present one; null is that of the kernel. */
export function capacityChoices(now: number | null): readonly (number | null)[] {
  const all = new Set<number | null>([null, 1, 2, 4, 8, now]);
  return [...all].sort((a, b) => (a ?? 0) - (b ?? 0));
}

/** Lists the kernel's batch size of every architecture that has one: `192 invalidations (powerpc, hash MMU), …`. */
export const describeRealCapacities = (): string =>
  backends.all
    .flatMap(({ title, capacity }) => (capacity === null ? [] : [`${title}: ${capacity.real} ${capacity.of}`]))
    .join('; ');
