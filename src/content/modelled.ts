import type { Backend } from '../engine/backends/backend.ts';
import { ERAS, type Era } from '../engine/model.ts';
import { simulatedEra } from '../engine/setup/world.ts';

/**
 * The page "What is modelled": what a reader has to know before believing what is shown. What concerns one architecture
 * alone stands in its backend; here is what concerns all of them, and what is not there at all.
 */

/** One thing that is simplified, left out or not known. */
export interface ModelPoint {
  /** What it is about, in a few words. */
  readonly about: string;
  readonly says: string;
}

export interface ModelPart {
  readonly title: string;
  readonly intro: string;
  readonly points: readonly ModelPoint[];
}

/** What all this is, in one paragraph. */
export const MODEL =
  'This is a model, written from kernel sources, patches and their review. It is not the kernel, and no kernel code runs here. The helpers of v3, v4, v6 and 7.2 agree with compiled C in callbacks, checks and counters for every sequence of up to six calls of enable, disable, pause and resume, by one task and outside interrupts. What the architectures do was read in their code and patches and is held by tests; it was not observed on hardware.';

/** An era at which a backend has a simulation of its own, and the later ones that run the same. */
export interface SimulatedEra {
  readonly era: Era;
  readonly also: readonly Era[];
}

export const erasOf = (backend: Backend): readonly SimulatedEra[] =>
  ERAS.filter((era) => backend.eras[era]).map((era) => ({
    era,
    also: ERAS.filter((other) => other !== era && simulatedEra(backend, other) === era),
  }));

export const SIMPLIFIED: readonly ModelPart[] = [
  {
    title: 'The architectures',
    intro: 'What is drawn more simply than it is. It is meant to leave alone what is held back, and when it goes out.',
    points: [
      {
        about: 'Page tables',
        says: 'One flat list of last-level entries, with numbers for addresses: one for each mm and one for the kernel. Pages are of one size unless an event names another, which is there to show that a change of size ends a batch.',
      },
      {
        about: 'powerpc, hash MMU',
        says: 'The batch shows the mm, the page size and the page. Virtual page numbers and the old entries that the kernel keeps beside them are not shown. An entry counts as hashed when its page was accessed since it was set.',
      },
      {
        about: 'sparc64',
        says: 'The translation cache in software and the TLB are one cached translation. Aliases in the data cache and MMU contexts are left out.',
      },
      {
        about: 'Xen PV',
        says: 'The name of a page stands for the machine address of its entry. Pinning of page tables is left out. A hypercall is one effect with the number of its updates.',
      },
      {
        about: 'arm64',
        says: 'A touch that comes before the owed barriers always says "may fault": neither certain nor drawn by lot. Contiguous and block mappings are left out.',
      },
      {
        about: 'Capacity',
        says: 'The real one. The menu of the architectures, a link and the command line can ask for a smaller one, so that a full batch fits into a lesson; the real number then stands beside it.',
      },
      {
        about: 'Local or global',
        says: 'A page has one cached translation for all CPUs, and a flush drops it for all. Whether the kernel would have flushed on one CPU alone is not told apart.',
      },
    ],
  },
  {
    title: 'The machine around them',
    intro: 'What this program makes of a kernel, whichever architecture is chosen.',
    points: [
      {
        about: 'Revisions and eras',
        says: 'v3 and v4 of the series were in no release. They run with the architectures of 7.0, the nearest era.',
      },
      {
        about: 'Entries',
        says: 'A page starts empty, and its n-th set writes the value n, writable. There is nothing else in an entry: no accessed, dirty or executable bit.',
      },
      {
        about: 'Translations',
        says: 'Only a touch makes one, and only a flush drops it: nothing is fetched ahead, and nothing is thrown out for want of room. A flush of the TLB drops all of the mm and of the kernel, where the architecture does not say otherwise.',
      },
      {
        about: 'Interrupts and switches',
        says: 'They come where the program puts them, and nowhere else. There is no scheduler: a point that may sleep is judged, but switches to nobody.',
      },
      {
        about: 'Preemption',
        says: 'Off where a callback turned it off, or while bottom halves are off; a switch is then refused and reported. Nothing else turns it off, because there are no spinlocks.',
      },
      {
        about: 'Order',
        says: 'All CPUs share one order of statements, and a statement is never cut in two. There are no locks, no page-table lock either, and no memory ordering beyond the barriers that are shown.',
      },
      {
        about: 'Faults',
        says: 'A fault is reported and the run goes on, a fatal one as well. No handler fills in what was missing, and nobody is killed by it.',
      },
      {
        about: 'BUG and WARN',
        says: 'A BUG ends the run, as if all waited for its task. A WARN goes on, or ends the run with panic_on_warn. A check that prints only once does so once for each helper, as if the kernel had one copy of the helper.',
      },
      {
        about: 'Tasks',
        says: 'A new task starts with its counters at zero and outside every section. One that exits gives up its CPU; what it left open is reported.',
      },
    ],
  },
];

export const LEFT_OUT: ModelPart = {
  title: 'Left out',
  intro: 'What existed or was proposed, and cannot be chosen here.',
  points: [
    {
      about: 'v1 and v2 of the series',
      says: 'Enter returned a state that each caller kept and handed to leave. The calls here take no values, so that neither revision can be run.',
    },
    {
      about: 'Patch 13 of v3',
      says: 'Its helpers return at once where an architecture wants no lazy mode, as powerpc does with the radix MMU. The patch was dropped in v4; here the helpers of v3 count there, too.',
    },
    {
      about: 'Kernels before 6.19',
      says: 'On arm64, 6.16 brought the mode, and an early version of it warned of nesting and of use in interrupt. powerpc with the hash MMU once left preemption on and flushed in the context switch. sparc64 left it on until 6.15, so that a preemption could corrupt the batch.',
    },
    {
      about: 'Xen PV, 6.6 to 6.14',
      says: 'A counter of its own let the mode nest there. The context switch undid one level only, and 6.15 took the counter back.',
    },
    {
      about: 'The first fix for Xen PV',
      says: 'An attempt to mend the crash of 7.0 was withdrawn on the day it was made. Only the fix in 7.1 is simulated.',
    },
    {
      about: 's390 but for v6 of its series',
      says: 'The versions before it, from the RFC on, are not simulated; some of them call the new helper otherwise. The lazy IPTE that s390 has had before is another mechanism.',
    },
    {
      about: 'x86 without Xen PV',
      says: 'Built with PARAVIRT_XXL the helpers count and the callbacks do nothing, which is how powerpc with the radix MMU is simulated. VMI and lguest, which had used the same hooks, are gone (from memory).',
    },
    {
      about: 'Flushes by x86 itself',
      says: 'x86 also calls arch_flush_lazy_mmu_mode() from its own code, for DEBUG_PAGEALLOC and kmap. No event does that.',
    },
    {
      about: 'Other page operations',
      says: 'Entries above the last level, changes of protection in two steps, the accessed and dirty bits, pinning, and whole-mm teardown.',
    },
  ],
};

export const UNKNOWN: ModelPart = {
  title: 'Not known',
  intro: 'What could not be settled from the sources that were at hand, up to November 2026.',
  points: [
    {
      about: 'The s390 series',
      says: 'Its code in versions 7 and 8 was not seen, and whether it has been merged is not known. It is shown as pending.',
    },
    {
      about: 'The fix for Xen PV in 7.0.y',
      says: 'It is in 7.1 and was tested on 7.0.4. Whether it was backported is not known; 7.0 is simulated without it.',
    },
    {
      about: 'Xen PV, 7.2',
      says: 'With which pause count a task begins that has never run was not found. Here it is zero, and the first switch to it does not resume.',
    },
    {
      about: 'The helpers of 7.2',
      says: 'Their code was read in a tree downstream of mainline, and the message of their commit not in full.',
    },
    {
      about: '6.19',
      says: 'Put together from what the patches of the series removed or left around, and from the commits before them: exact for the callbacks, less so for the code around them.',
    },
    {
      about: 'Releases',
      says: 'That powerpc turned preemption off from about 6.1 on is from memory; that the counter of Xen PV came with 6.6 is from merge logs or memory.',
    },
    {
      about: 'Checks that print once',
      says: 'Whether each inlined copy of a helper prints by itself, and when a BUG becomes a panic, is from memory.',
    },
    {
      about: 'fork',
      says: 'No patch was seen to reset the counters of a child. It would copy them, but nobody forks inside a section.',
    },
  ],
};
