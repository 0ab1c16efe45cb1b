import { isKernelPage } from '../engine/machine.ts';
import type { Machine, Page, PageId } from '../engine/model.ts';
import { pteText } from '../engine/pages.ts';
import type { World } from '../engine/world.ts';

/** A page's three layers in words: what memory holds, what the hardware may still use, what is held back. */
export interface PageRow {
  readonly id: PageId;
  /** `page k1`; `page 3 of m1`. */
  readonly name: string;
  readonly memory: string;
  /** The translation that the hardware holds; `none` where it would walk memory. */
  readonly hardware: string;
  /** What waits, in the architecture's words; empty for nothing. */
  readonly held: string;
  /** The hardware holds something else than memory. */
  readonly stale: boolean;
  readonly changed: { readonly memory: boolean; readonly hardware: boolean; readonly held: boolean };
}

/** The pages that a program has come across so far, kernel pages first, by number. */
export function pageTable({ simulation }: World, before: Machine, after: Machine): PageRow[] {
  return Object.entries(after.pages)
    .sort(([a], [b]) => order(a) - order(b) || a.localeCompare(b))
    .map(([id, page]) => {
      const old = layersOf(before.pages[id]);
      const now = layersOf(page);
      const held = simulation.held(after, id) ?? '';
      const heldBefore = before.pages[id] ? (simulation.held(before, id) ?? '') : '';
      return {
        id,
        name: `page ${pageName(id)}`,
        ...now,
        held,
        stale: page.hardware !== null && now.hardware !== now.memory,
        changed: {
          memory: old.memory !== now.memory,
          hardware: old.hardware !== now.hardware,
          held: heldBefore !== held,
        },
      };
    });
}

const layersOf = (page: Page | undefined) => ({
  memory: pteText(page?.memory ?? null),
  hardware: pteText(page?.hardware ?? null),
});

/** `k1`; `3 of m1`. */
export function pageName(id: PageId): string {
  if (isKernelPage(id)) return id;
  const [mm, index] = id.split(':');
  return `${index} of ${mm}`;
}

/** Kernel pages come before those of any mm; within one, by index. */
function order(id: PageId): number {
  const index = Number(/\d+$/.exec(id)?.[0]);
  return isKernelPage(id) ? index : 100_000 * (1 + Number(/\d+/.exec(id)?.[0])) + index;
}
