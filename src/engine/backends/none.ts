import type { Backend, Simulation } from '../backend.ts';
import { pageId, pageOf } from '../machine.ts';
import { dropTranslations, entryAfter, pteText, storeNow, touch } from '../pages.ts';

const simulation: Simulation = {
  task: null,
  cpu: null,
  callback: (_name, { machine }) => ({ machine, effects: [] }),
  page({ op, page }, index, site) {
    const { machine, cpu, task } = site;
    const id = pageId(machine, task, page.space, index);
    if (op === 'touch' || op === 'touch-write') return touch(site, id, op === 'touch-write');
    const before = pageOf(machine, id);
    const entry = entryAfter(op, before);
    if (entry === undefined) return { machine, effects: [], result: pteText(before.memory) };
    return {
      machine: storeNow(machine, id, op, entry),
      effects: [{ kind: 'store', how: 'memory', entries: 1, cpu }],
      result: op === 'get-and-clear' ? `got ${pteText(before.memory)}` : 'stored',
    };
  },
  tlb: (op, site) => dropTranslations(site, op, op === 'flush-tlb'),
  switched: ({ machine }) => ({ machine, effects: [] }),
  pending: () => 0,
  held: () => null,
  registers: () => [],
};

export default {
  id: 'none',
  order: 10,
  title: 'no lazy MMU mode',
  defers: 'Nothing: every store takes effect at once, and the helpers are empty.',
  where: 'Kconfig off: no state',
  configured: false,
  source: 'the generic stubs; facts: kernel-arch 6',
  eras: { '6.19': simulation },
} satisfies Backend;
