import type { Json, Setup } from '../engine/model.ts';
import { printEvent } from '../notation/text/print.ts';
import type { SearchRequest } from './scope-options.ts';

/** What a search looks for. */
export type SearchGoal =
  | { readonly kind: 'rule'; readonly rule: string }
  | { readonly kind: 'reach'; readonly state: string }
  | { readonly kind: 'difference' };

/** The query of a verdict as JSON: what is looked for, in which programs, and up to which bounds. */
export function createQueryJson(
  goal: SearchGoal,
  { scope, bounds }: SearchRequest,
  setup: Setup,
): { readonly [key: string]: Json } {
  const { alphabet, callers, open, tasks, cpus, interrupts, kinds, preempt } = scope;
  return {
    ...goal,
    alphabet: alphabet.map(printEvent),
    callers: typeof callers === 'string' ? callers : `legal:${callers.legal}`,
    open: open ? [open.enables, open.pauses] : null,
    tasks,
    cpus,
    interrupts,
    kinds: interrupts === 'none' ? [] : [...kinds],
    preempt,
    maxLength: Number.isFinite(bounds.maxLength) ? bounds.maxLength : null,
    maxStates: bounds.maxStates,
    checks: setup.checks,
    panicOnWarn: setup.panicOnWarn,
    capacity: setup.capacity,
  };
}
