import type { PageReaction } from '../../engine/backends/backend.ts';
import { pteText } from '../../engine/backends/shared/pages.ts';
import { existingPage, isKernelPage, pagesIn } from '../../engine/machine.ts';
import type { Machine, Page, PageId } from '../../engine/model.ts';
import { queryPage, queryPageElsewhere } from '../../engine/run/page-query.ts';
import type { World } from '../../engine/setup/world.ts';
import { countOf } from '../../lib/phrases.ts';
import { pageName } from '../page-name.ts';

/** How an empty entry is told. */
const NONE = pteText(null);

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
  /** A flush of this step let go what waited: an entry that moved to memory, or an old translation that is gone. */
  readonly went: 'to-memory' | 'gone' | 'done' | null;
  /** What the hardware held before the step, where it is gone now; empty where it is not. */
  readonly lost: string;
  readonly changed: { readonly memory: boolean; readonly hardware: boolean; readonly held: boolean };
}

/** The pages that a program has come across so far, kernel pages first, by number. */
export function pageTable({ simulation }: World, before: Machine, after: Machine): PageRow[] {
  return pagesIn(after)
    .sort(([a], [b]) => order(a) - order(b) || a.localeCompare(b))
    .map(([id, page]) => {
      const earlier = existingPage(before, id);
      const old = layersOf(earlier);
      const now = layersOf(page);
      const held = simulation.describePending(after, id) ?? '';
      const heldBefore = earlier ? (simulation.describePending(before, id) ?? '') : '';
      return {
        id,
        name: `page ${pageName(id)}`,
        ...now,
        held,
        stale: page.hardware !== null && now.hardware !== now.memory,
        went: heldBefore !== '' && held === '' ? wentWhere(old, now) : null,
        lost: old.hardware !== NONE && now.hardware === NONE ? old.hardware : '',
        changed: {
          memory: old.memory !== now.memory,
          hardware: old.hardware !== now.hardware,
          held: heldBefore !== held,
        },
      };
    });
}

type Layers = Pick<PageRow, 'memory' | 'hardware'>;

function wentWhere(old: Layers, now: Layers): PageRow['went'] {
  if (old.memory !== now.memory) return 'to-memory';
  return old.hardware !== NONE && now.hardware === NONE ? 'gone' : 'done';
}

/** What a flush moved, as a sentence each; what is more than three is a number. */
export function describeFlushes(rows: readonly PageRow[]): readonly string[] {
  const moved = rows.filter(({ went }) => went !== null);
  const told = moved.slice(0, MOST_TOLD).map(({ name, memory, went, lost }) => {
    if (went === 'to-memory') {
      return `${name}: ${memory === NONE ? 'the clearing' : memory} was held back and went to memory.`;
    }
    return went === 'gone' ? `${name}: the old translation ${lost} is gone.` : `${name}: nothing is owed any more.`;
  });
  return moved.length > MOST_TOLD ? [...told, `And ${countOf(moved.length - MOST_TOLD, 'more page')}.`] : told;
}

const MOST_TOLD = 3;

/** What one who looks at a page now would meet. */
export interface Observer {
  readonly who: string;
  readonly meets: string;
  /** The hazard that would come true, by the id of its rule. */
  readonly hazard: string | null;
}

/** Who would see which value of a page if they looked now. Empty where no task that runs here can. */
export function observersOf(world: World, machine: Machine, id: PageId): readonly Observer[] {
  const viewer = (who: string, reaction: PageReaction | null): readonly Observer[] =>
    reaction === null ? [] : [{ who, meets: reaction.result, hazard: reaction.hazards?.[0]?.rule ?? null }];
  return [
    ...viewer('ptep_get() here', queryPage(world, machine, 'read', id)),
    ...viewer('ptep_get() on another CPU', queryPageElsewhere(world, machine, 'read', id)),
    ...viewer('a read through it', queryPage(world, machine, 'touch', id)),
    ...viewer('a write through it', queryPage(world, machine, 'touch-write', id)),
  ];
}

const layersOf = (page: Page | undefined) => ({
  memory: pteText(page?.memory ?? null),
  hardware: pteText(page?.hardware ?? null),
});

/** Kernel pages come before those of any mm; within one, by index. */
function order(id: PageId): number {
  const index = Number(/\d+$/.exec(id)?.[0]);
  return isKernelPage(id) ? index : 100_000 * (1 + Number(/\d+/.exec(id)?.[0])) + index;
}
