import type { PageReaction } from '../../engine/backends/backend.ts';
import { pteText } from '../../engine/backends/shared/pages.ts';
import { existingPage, isKernelPage, pagesIn } from '../../engine/machine.ts';
import type { Machine, Page, PageId } from '../../engine/model.ts';
import { queryPage, queryPageElsewhere } from '../../engine/run/page-query.ts';
import type { World } from '../../engine/setup/world.ts';
import { countOf } from '../../lib/phrases.ts';

/** The text of an empty entry. */
const NONE = pteText(null);

/** The three layers of a page in words: what memory holds, what the hardware may still use, and what is pending. */
export interface PageRow {
  readonly id: PageId;
  readonly memory: string;
  /** The translation that the hardware holds; `none` where it would walk memory. */
  readonly hardware: string;
  /** What is pending, in the architecture's words; empty for nothing. */
  readonly held: string;
  /** The hardware holds a translation that memory does not. */
  readonly stale: boolean;
  /** How a flush in this step carried out what was pending; null where it did not. */
  readonly flush: 'to-memory' | 'invalidated' | 'barriers' | 'done' | null;
  /** The translation that the hardware held before the step and lost in it; empty where it kept it. */
  readonly lost: string;
  readonly changed: { readonly memory: boolean; readonly hardware: boolean; readonly held: boolean };
}

/** The pages that a program has used so far, kernel pages first, by number. */
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
        ...now,
        held,
        stale: page.hardware !== null && now.hardware !== now.memory,
        flush: heldBefore !== '' && held === '' ? flushOutcome(heldBefore, old, now) : null,
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

function flushOutcome(pending: string, old: Layers, now: Layers): PageRow['flush'] {
  if (old.memory !== now.memory) return 'to-memory';
  if (old.hardware !== NONE && now.hardware === NONE) return 'invalidated';
  return /barrier/.test(pending) ? 'barriers' : 'done';
}

/** Describes what a flush did to pages, each in a sentence, the first three by name. */
export function describeFlushes(rows: readonly PageRow[]): readonly string[] {
  const flushed = rows.filter(({ flush }) => flush !== null);
  const sentences = flushed.slice(0, MAX_NAMED_PAGES).map(({ id, memory, flush, lost }) => {
    switch (flush) {
      case 'to-memory':
        return `${id}: queued ${memory === NONE ? 'clear' : `value ${memory}`} written to memory.`;
      case 'invalidated':
        return `${id}: old translation ${lost} invalidated.`;
      default:
        return `${id}: ${flush === 'barriers' ? 'barriers issued' : 'nothing pending any more'}.`;
    }
  });
  const more = flushed.length - MAX_NAMED_PAGES;
  return more > 0 ? [...sentences, `And ${countOf(more, 'more page')}.`] : sentences;
}

const MAX_NAMED_PAGES = 3;

/** A way to look at a page, and what it would see now. */
export interface Observer {
  readonly who: string;
  readonly sees: string;
  /** The id of the hazard's rule that this access would trigger; null for none. */
  readonly hazard: string | null;
}

/** Asks the simulation what each observer of a page would see now. Empty where no task that runs here can look. */
export function observersOf(world: World, machine: Machine, id: PageId): readonly Observer[] {
  const viewer = (who: string, reaction: PageReaction | null): readonly Observer[] =>
    reaction === null
      ? []
      : [{ who, sees: observedText(reaction.result), hazard: reaction.hazards?.[0]?.rule ?? null }];
  return [
    ...viewer('ptep_get() here', queryPage(world, machine, 'read', id)),
    ...viewer('ptep_get() on another CPU', queryPageElsewhere(world, machine, 'read', id)),
    ...viewer('a read through the mapping', queryPage(world, machine, 'touch', id)),
    ...viewer('a write through the mapping', queryPage(world, machine, 'touch-write', id)),
  ];
}

/** `through 1` says that the mapping is followed; beside an observer that is a success. */
const observedText = (result: string): string => result.replace(/^through /, 'succeeds, value ');

const layersOf = (page: Page | undefined) => ({
  memory: pteText(page?.memory ?? null),
  hardware: pteText(page?.hardware ?? null),
});

/** Kernel pages come before those of any mm; within one, by index. */
function order(id: PageId): number {
  const index = Number(/\d+$/.exec(id)?.[0]);
  return isKernelPage(id) ? index : 100_000 * (1 + Number(/\d+/.exec(id)?.[0])) + index;
}
