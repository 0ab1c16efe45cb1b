import { nearest } from './suggest.ts';
import { EVENT_WORDS, HELPERS, kernelName } from './words.ts';

/** Explains a word that no event begins with: what it is instead, or which event was most likely meant. */
export function describeUnknownWord(word: string): { readonly message: string; readonly expected?: string } {
  if (/^arch_\w{1,20}_lazy_mmu_mode\w{0,20}$/.test(word)) {
    const message = `${word}() is a callback: helpers call it, programs cannot`;
    return { message, expected: 'enable, disable, pause or resume' };
  }
  if (word.startsWith('lazy_mmu_mode_enable_')) {
    return { message: `${word}() is written as enable with a range`, expected: 'enable range 0..7' };
  }
  if (word === 'after' || word === 'before') {
    return { message: `"${word}" needs a call before it`, expected: 'enable after 3 { ... }' };
  }
  const message = `"${word.length > 40 ? `${word.slice(0, 37)}...` : word}" is not an event`;
  const meant = MEANT.get(word);
  if (meant !== undefined) return { message, expected: meant };
  const known = word.startsWith('lazy_mmu_mode_') ? LONG_NAMES : EVENT_WORDS;
  const suggestion = nearest(word, known);
  if (suggestion !== undefined) return { message: `${message}; did you mean "${suggestion}"?` };
  return { message, expected: KINDS_OF_EVENT };
}

const LONG_NAMES = HELPERS.map((helper) => kernelName(helper).slice(0, -2));

const KINDS_OF_EVENT = 'a helper such as enable, a page operation such as set k1, irq, switch, note ...';

/** Kernel functions and other words that people type for an event. */
const MEANT: ReadonlyMap<string, string> = new Map([
  ['local_bh_disable', 'bh off'],
  ['local_bh_enable', 'bh on'],
  ['schedule', 'switch B'],
  ['cond_resched', 'sleep'],
  ['might_sleep', 'sleep'],
  ['do_exit', 'exit'],
  ['set_pte', 'set k1'],
  ['set_pte_at', 'set 1'],
  ['pte_clear', 'clear 1'],
  ['ptep_get', 'read 1'],
  ['ptep_get_and_clear', 'get-and-clear 1'],
  ['ptep_set_wrprotect', 'wrprotect 1'],
  ['flush_tlb_page', 'flush-tlb'],
  ['flush_tlb_range', 'flush-tlb'],
  ['tlb_flush_mmu', 'gather-flush'],
  ['interrupt', 'irq { ... }'],
  ['hardirq', 'irq { ... }'],
  ['preempt', 'switch B'],
  ['write', 'set 1'],
  ['flush', 'flush-tlb or gather-flush'],
]);
