import { backends } from '../../engine/backends/index.ts';

/** Capacities that are offered for teaching; null is the real one. One that a link asked for is offered, too. */
export function capacityChoices(now: number | null): readonly (number | null)[] {
  const all = new Set<number | null>([null, 1, 2, 4, 8, now]);
  return [...all].sort((a, b) => (a ?? 0) - (b ?? 0));
}

/** What the real one is, of every architecture that has one: `192 invalidations (powerpc, hash MMU), …`. */
export const describeRealCapacities = (): string =>
  backends.all
    .flatMap(({ title, capacity }) => (capacity === null ? [] : [`${title}: ${capacity.real} ${capacity.of}`]))
    .join('; ');
