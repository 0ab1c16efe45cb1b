import type { Backend } from '../engine/backends/backend.ts';
import { ERAS, type Era } from '../engine/model.ts';
import { simulatedEra } from '../engine/setup/world.ts';

/**
 * The page "About the model": what a reader needs to know before trusting what is shown. What concerns a single architecture is in
 * its backend and its remarks; this file has what concerns all of them, and what is missing.
 */

/** One thing that is simplified, left out or unknown. */
export interface ModelPoint {
  /** The subject, in a few words. */
  readonly about: string;
  readonly says: string;
}

export interface ModelPart {
  readonly title: string;
  readonly intro: string;
  readonly points: readonly ModelPoint[];
}

/** Describes the model in one paragraph. */
export const MODEL =
  'This is a model, written from kernel sources, patches and their review. It is not the kernel, and no kernel code runs here. The helpers of v3, v4, v6 and 7.2 agree with compiled C in callbacks, checks and counters for every sequence of up to six calls of enable, disable, pause and resume, by one task and outside interrupts. The behaviour of the architectures was read from their code and patches and is covered by tests; it was not observed on hardware.';

/** An era for which a backend has its own simulation, and the later eras that use the same one. */
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
    intro: 'These simplifications are not meant to change what is deferred or when it is flushed.',
    points: [
      {
        about: 'Page tables',
        says: 'One flat list of last-level entries, indexed by number: one list per mm and one for the kernel. Pages have one size unless an event names another; this is enough to show that a change of size ends a batch.',
      },
      {
        about: 'powerpc, hash MMU',
        says: 'The batch shows the mm, the page size and the page. Virtual page numbers and the old entries that the kernel keeps alongside them are not shown. An entry counts as hashed if its page has been accessed since it was set.',
      },
      {
        about: 'sparc64',
        says: 'The software translation cache and the TLB are one cached translation. Data cache aliases and MMU contexts are left out.',
      },
      {
        about: 'Xen PV',
        says: 'The name of a page stands for the machine address of its entry. Pinning of page tables is left out. A hypercall is one effect that carries the number of its updates.',
      },
      {
        about: 'arm64',
        says: 'An access before the pending barriers always reports "may fault"; the model does not choose an outcome. Contiguous and block mappings are left out.',
      },
      {
        about: 'Batch size',
        says: 'As in the kernel. The architecture menu, a link and the command line can set a smaller batch size, so that a batch fills up in a short program; the size in the kernel is then shown next to it.',
      },
      {
        about: 'Local or global',
        says: 'A page has one cached translation for all CPUs, and a flush drops it for all of them. Flushes of a single CPU are not distinguished.',
      },
    ],
  },
  {
    title: 'The rest of the kernel',
    intro: 'How the rest of the kernel is modelled, on every architecture.',
    points: [
      {
        about: 'Revisions and kernel releases',
        says: 'v3 and v4 of the series were never released. They run with the architectures of 7.0, the nearest release.',
      },
      {
        about: 'Entries',
        says: 'A page starts empty, and its n-th set writes the value n, writable. An entry has no other bits: no accessed, dirty or executable bit.',
      },
      {
        about: 'Translations',
        says: 'Only an access creates one and only a flush drops it; there is no prefetching and no eviction. A TLB flush drops all translations of the mm and of the kernel, unless the architecture does otherwise.',
      },
      {
        about: 'Interrupts and switches',
        says: 'They happen only where the program places them. There is no scheduler: a point that may sleep is checked, but does not switch to another task.',
      },
      {
        about: 'Preemption',
        says: 'Disabled if a callback disabled it, or while bottom halves are disabled; a switch is then rejected and reported. Nothing else disables it, because there are no spinlocks.',
      },
      {
        about: 'Order',
        says: 'The statements of all CPUs run in one total order, and a statement is atomic. There are no locks, not even page-table locks, and no memory ordering apart from the barriers that are shown.',
      },
      {
        about: 'Faults',
        says: 'A fault is reported and the run continues, even after a fatal one. No handler fixes up the access, and no task is killed.',
      },
      {
        about: 'BUG and WARN',
        says: 'A BUG ends the run. A WARN continues, or ends the run if panic_on_warn is set. A WARN_ON_ONCE prints once per helper, as if the kernel had a single copy of the helper.',
      },
      {
        about: 'Tasks',
        says: 'A new task starts with its counters at zero and outside any section. An exiting task gives up its CPU; sections and pauses that it leaves open are reported.',
      },
    ],
  },
];

export const LEFT_OUT: ModelPart = {
  title: 'Left out',
  intro: 'Code that existed or was proposed but cannot be selected here.',
  points: [
    {
      about: 'v1 and v2 of the series',
      says: 'Enter returned a state that each caller kept and passed to leave. Calls in this model take no values, so neither revision can be run.',
    },
    {
      about: 'Patch 13 of v3',
      says: 'Its helpers return immediately if the architecture does not want lazy mode, as powerpc with the radix MMU. The patch was dropped in v4; in this model the helpers of v3 count there as well.',
    },
    {
      about: 'Kernels before 6.19',
      says: 'arm64 got the mode in 6.16; an early version warned about nesting and about use in interrupt context. powerpc with the hash MMU used to leave preemption enabled and to flush in the context switch. sparc64 left it enabled until 6.15, so preemption could corrupt the batch.',
    },
    {
      about: 'Xen PV, 6.6 to 6.14',
      says: 'A private counter let the mode nest. The context switch undid only one level, and 6.15 removed the counter.',
    },
    {
      about: 'The first fix for Xen PV',
      says: 'A first attempt to fix the crash of 7.0 was withdrawn on the same day. Only the fix in 7.1 is simulated.',
    },
    {
      about: 's390, except v6 of its series',
      says: 'Earlier versions, starting with the RFC, are not simulated; some of them name the new helper differently. The lazy IPTE that s390 already has is a different mechanism.',
    },
    {
      about: 'x86 without Xen PV',
      says: 'With PARAVIRT_XXL the helpers count and the callbacks do nothing, which is how powerpc with the radix MMU is simulated. VMI and lguest, which used the same hooks, have been removed (from memory).',
    },
    {
      about: 'Flushes by x86 itself',
      says: 'x86 also calls arch_flush_lazy_mmu_mode() from its own code, for DEBUG_PAGEALLOC and kmap. There is no event for that.',
    },
    {
      about: 'Other page operations',
      says: 'Entries above the last level, two-step protection changes, the accessed and dirty bits, pinning, and the teardown of a whole mm.',
    },
  ],
};

export const UNKNOWN: ModelPart = {
  title: 'Unknown',
  intro: 'Open questions that the available sources (up to November 2026) do not answer.',
  points: [
    {
      about: 'The s390 series',
      says: 'The code of versions 7 and 8 was not available, and it is unknown whether the series has been merged. It is shown as pending.',
    },
    {
      about: 'The fix for Xen PV in 7.0.y',
      says: 'It is in 7.1 and was tested on 7.0.4. It is unknown whether it was backported; 7.0 is simulated without it.',
    },
    {
      about: 'Xen PV, 7.2',
      says: 'The initial pause count of a task that has never run was not found. Here it is zero, and the first switch to the task does not resume it.',
    },
    {
      about: 'The helpers of 7.2',
      says: 'Their code was read in a downstream tree, and their commit message only in part.',
    },
    {
      about: '6.19',
      says: 'Reconstructed from the context and the removed lines of the series, and from earlier commits: exact for the callbacks, less so for the code around them.',
    },
    {
      about: 'Releases',
      says: 'powerpc has disabled preemption since about 6.1: from memory. The counter of Xen PV came with 6.6: from merge logs or memory.',
    },
    {
      about: 'Checks that print once',
      says: 'Two facts are from memory: whether each inlined copy of a helper prints separately, and when a BUG becomes a panic.',
    },
    {
      about: 'fork',
      says: 'No patch was found that resets the counters of a child. The child would copy them, but no code forks inside a section.',
    },
  ],
};
