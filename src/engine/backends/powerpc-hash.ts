import { isKernelPage, pageId, pageOf, taskOf, withPage } from '../machine.ts';
import type { Json, PageEvent, PageSize } from '../model.ts';
import type { Backend, PageReaction, Simulation, Site } from './backend.ts';
import { changeEntry, flushBatch, simulateBatch, touchBatched } from './shared/batch.ts';
import { entryAfter, pteText } from './shared/pages.ts';

/** PPC64_TLB_BATCH_NR. */
const REAL = 192;
const SIZES = { base: '4K', '64k': '64K', huge: '16M' } satisfies Record<PageSize, string>;

/** What the Linux entry says of a page besides its value. */
interface Entry {
  /** H_PAGE_HASHPTE: a hash entry may exist. An access makes one, a new or an empty entry has none. */
  readonly hashed: boolean;
  readonly size: PageSize;
}

const entryOf = (arch: Json) => (arch ?? { hashed: false, size: 'base' }) as unknown as Entry;

function page(event: PageEvent, index: number, site: Site, lazy: boolean): PageReaction {
  const { op } = event;
  const id = pageId(site.machine, site.task, event.page.space, index);
  const before = pageOf(site.machine, id);
  const { hashed, size: known } = entryOf(before.arch);
  if (op === 'touch' || op === 'touch-write') {
    const reaction = touchBatched(site, id, op === 'touch-write');
    // The fault handler inserts a hash entry on demand, and marks the Linux entry.
    const inserted = before.hardware === null && pageOf(reaction.machine, id).hardware !== null;
    if (!inserted) return reaction;
    return { ...reaction, machine: withPage(reaction.machine, id, { arch: { hashed: true, size: known } }) };
  }
  const entry = entryAfter(op, before);
  if (entry === undefined) return { machine: site.machine, effects: [], result: pteText(before.memory) };
  const size = event.size ?? known;
  const mm = isKernelPage(id) ? 'init_mm' : taskOf(site.machine, site.task).mm;
  const reaction = changeEntry(site, {
    id,
    op,
    entry,
    // set_ptes() is for entries that were not present: it stores and drops the mark.
    old: op !== 'set' && hashed ? 1 : 0,
    key: `${mm} ${SIZES[size]}`,
    lazy: size === 'huge' ? 'never' : lazy,
    real: REAL,
  });
  const arch = { hashed: hashed && op === 'wrprotect', size };
  return { ...reaction, machine: withPage(reaction.machine, id, { arch }) };
}

function simulate(era: 'before' | 'after'): Simulation {
  const { lazy, ...shared } = simulateBatch(era, { count: 'index', key: 'mm, psize', real: REAL });
  return {
    ...shared,
    page: (event, index, site) => page(event, index, site, lazy(site)),
    // hash__flush_tlb_*() are empty: the batch is the flush. mmu_gather drains it before pages are freed.
    tlb(op, site) {
      const reaction = op === 'flush-tlb' ? { machine: site.machine, effects: [] } : flushBatch(site);
      return reaction.effects.length === 0 ? { ...reaction, result: 'does nothing' } : reaction;
    },
  };
}

export default {
  id: 'powerpc-hash',
  order: 30,
  title: 'powerpc, hash MMU',
  defers: 'The TLB invalidation of old translations, which may be in use; the store itself is immediate.',
  where: 'per CPU: a batch of 192, preemption disabled',
  holder: 'cpu',
  capacity: { real: REAL, of: 'invalidations' },
  configured: true,
  source: 'arch/powerpc/mm/book3s64/hash_tlb.c; b9ef323ea168 (preemption); c3f0778ffeca and 313a05a15a1b (7.0)',
  eras: { '6.19': simulate('before'), '7.0': simulate('after') },
} satisfies Backend;
