import type { Helper, PageOp, PageSize } from '../../engine/model.ts';

/** The helpers, as a program names them; their kernel names put `lazy_mmu_mode_` in front. */
export const HELPERS: readonly Helper[] = ['enable', 'disable', 'pause', 'resume'];

export const isHelper = (word: string): word is Helper => (HELPERS as readonly string[]).includes(word);

/** `lazy_mmu_mode_enable()`: the helper as kernel code and the call table write it. */
export const kernelName = (helper: Helper): string => `lazy_mmu_mode_${helper}()`;

/** Words before and after the page. */
export const PAGE_WORDS: Readonly<Record<PageOp, readonly [before: string, after: string]>> = {
  set: ['set', ''],
  clear: ['clear', ''],
  'get-and-clear': ['get-and-clear', ''],
  wrprotect: ['wrprotect', ''],
  read: ['read', ''],
  'read-raw': ['read raw', ''],
  touch: ['touch', ''],
  'touch-write': ['touch', ' write'],
};

export const SIZES: readonly PageSize[] = ['64k', 'huge'];

/** Every word that an event can begin with. */
export const EVENT_WORDS: readonly string[] = [
  ...HELPERS,
  'set',
  'clear',
  'get-and-clear',
  'wrprotect',
  'read',
  'touch',
  'flush-tlb',
  'gather-flush',
  'irq',
  'softirq',
  'bh',
  'switch',
  'task',
  'sleep',
  'exit',
  'note',
  'repeat',
];
