import { isKernelPage, pageId, pageOf, taskOf, withPage } from '../machine.ts';
import type { PageEvent, PageSize } from '../model.ts';
import type { Backend, PageReaction, Simulation, Site } from './backend.ts';
import { changeEntry, flushBatch, simulateBatch, touchBatched } from './shared/batch.ts';
import { dropTranslations, entryAfter, pteText } from './shared/pages.ts';

/** TLB_BATCH_NR. */
const REAL = 192;
const SHIFTS = { base: 13, '64k': 16, huge: 22 } satisfies Record<PageSize, number>;

export const MISS =
  'A new mapping can be accessed before the flush because the TLB miss handler reads memory: inferred from code.';

function page(event: PageEvent, index: number, site: Site, lazy: boolean): PageReaction {
  const { op } = event;
  const id = pageId(site.machine, site.task, event.page.space, index);
  const before = pageOf(site.machine, id);
  if (op === 'touch' || op === 'touch-write') {
    const reaction = touchBatched(site, id, op === 'touch-write');
    const early = lazy && before.hardware === null && before.memory !== null;
    return early ? { ...reaction, inferred: MISS } : reaction;
  }
  const entry = entryAfter(op, before);
  if (entry === undefined) return { machine: site.machine, effects: [], result: pteText(before.memory) };
  const known = before.arch as PageSize | null;
  const size = event.size ?? known ?? 'base';
  // Only user entries that were valid: flush_tlb_kernel_range() handles those of the kernel.
  const old = isKernelPage(id) || before.memory === null ? 0 : size === 'huge' ? 2 : 1;
  const key = `${taskOf(site.machine, site.task).mm} ${SHIFTS[size]}`;
  const reaction = changeEntry(site, { id, op, entry, old, key, lazy, real: REAL, mmFirst: true });
  return { ...reaction, machine: withPage(reaction.machine, id, { arch: size }) };
}

function simulate(era: 'before' | 'after'): Simulation {
  const { lazy, ...shared } = simulateBatch(era, { count: 'tlb_nr', key: 'mm, hugepage_shift', real: REAL });
  return {
    ...shared,
    page: (event, index, site) => page(event, index, site, lazy(site)),
    tlb(op, site) {
      // flush_tlb_page/range/mm() are empty: for user pages the batch is the only flush.
      if (op === 'flush-tlb')
        return { ...dropTranslations(site, 'kernel range', 'kernel'), result: 'kernel pages only' };
      const reaction = flushBatch(site);
      return reaction.effects.length === 0 ? { ...reaction, result: 'does nothing' } : reaction;
    },
  };
}

export default {
  id: 'sparc64',
  order: 50,
  title: 'sparc64',
  defers: 'The TLB invalidation of valid user entries; the store itself is immediate.',
  where: 'per CPU: a batch of 192, preemption disabled',
  holder: 'cpu',
  capacity: { real: REAL, of: 'invalidations' },
  configured: true,
  source: 'arch/sparc/mm/tlb.c; a1d416bf9faf (preemption, 6.15); 442bf488b9e8 and dacd24ec4965 (7.0)',
  eras: { '6.19': simulate('before'), '7.0': simulate('after') },
} satisfies Backend;
