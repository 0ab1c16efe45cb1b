import type { Setup } from '../../engine/model.ts';
import { rules } from '../../engine/rules/index.ts';
import { prepare } from '../../engine/setup/world.ts';
import { legalCallers, parseAlphabetWord } from '../../explore/kernel-space/alphabet.ts';
import {
  DEFAULT_SCOPE,
  type Interleaving,
  MAX_OPEN,
  type SearchScope,
  tasksOf,
} from '../../explore/kernel-space/scope.ts';
import { DEFAULT_BOUNDS, validateScope } from '../../explore/queries/check.ts';
import { parseGoal } from '../../explore/queries/goal.ts';
import type { Query, QueryTarget } from '../../explore/queries/query.ts';
import { err, ok, type Result } from '../../lib/result.ts';
import { formatDiagnostic } from '../../lib/source.ts';
import { printEvent } from '../../notation/text/print.ts';
import { nextSide } from '../compare/compare.ts';
import { isSameSide } from '../document/try-out.ts';
import type { Side } from '../state/state.ts';

/** Applies to enables and pauses alike. */
const MAX_COUNT = MAX_OPEN.enables;

/** The form of a query, as selected and typed, valid or not. */
export interface QueryForm {
  readonly setup: Setup;
  readonly target: QueryTarget['kind'];
  /** `arch-bug`, `arch-bug.leave`. */
  readonly rule: string;
  readonly goal: string;
  /** The setup to compare with. */
  readonly other: Side;
  /** Words of the alphabet; page operations without their page. */
  readonly words: readonly string[];
  readonly pages: PageChoice;
  readonly callers: 'free' | 'paired' | 'balanced' | 'legal';
  /** The revision that defines legal calls. */
  readonly legal: string;
  /** The most that callers may have open at once; empty for the default limit. */
  readonly enables: string;
  readonly pauses: string;
  readonly tasks: 1 | 2;
  readonly cpus: 1 | 2;
  readonly interrupts: Interleaving;
  readonly kinds: SearchScope['kinds'];
  readonly preempt: Interleaving;
  /** Empty for no limit. */
  readonly maxLength: string;
  readonly maxStates: string;
}

/** Words that an alphabet may contain, by kind. */
export const QUERY_EVENTS = {
  calls: DEFAULT_SCOPE.alphabet.map(printEvent),
  pages: ['set', 'clear', 'get-and-clear', 'wrprotect', 'read', 'touch', 'flush-tlb', 'gather-flush'],
  others: ['bh', 'sleep', 'exit'],
} as const;

/** Pages that page operations are tried on. */
export const PAGE_CHOICES = { k1: 'k1', '1': '1', 'k1 k2': 'k1 and k2', '1 2': '1 and 2', '1 k1': '1 and k1' } as const;
export type PageChoice = keyof typeof PAGE_CHOICES;

const WITHOUT_PAGE: readonly string[] = ['flush-tlb', 'gather-flush'];

/**
 * The default query about a setup: any problem with matched calls. That unmatched calls fire a check says little about
 * the helpers.
 */
export const defaultForm = (setup: Setup): QueryForm => ({
  setup,
  target: 'any',
  rule: 'kernel-check',
  goal: '',
  other: nextSide(setup, []) ?? setup,
  words: QUERY_EVENTS.calls,
  pages: 'k1',
  callers: 'paired',
  legal: setup.revision,
  enables: '',
  pauses: '',
  tasks: DEFAULT_SCOPE.tasks,
  cpus: DEFAULT_SCOPE.cpus,
  interrupts: DEFAULT_SCOPE.interrupts,
  kinds: DEFAULT_SCOPE.kinds,
  preempt: DEFAULT_SCOPE.preempt,
  maxLength: '',
  maxStates: String(DEFAULT_BOUNDS.maxStates),
});

/** Moves a form to another setup. If that is the one compared with, the comparison moves on to the next one. */
export function retargetForm(setup: Setup, form: QueryForm): QueryForm {
  const other = isSameSide(form.other, setup) ? nextSide(setup, []) : null;
  return { ...form, setup, other: other ?? form.other };
}

/** Errors of a form, by field. */
export type FormErrors = Partial<
  Record<'setup' | 'rule' | 'goal' | 'other' | 'alphabet' | 'scope' | 'open' | 'length' | 'states', string>
>;

/** Parses a form into a query, or returns its errors. */
export function parseForm(form: QueryForm): Result<Query, FormErrors> {
  const errors: { -readonly [K in keyof FormErrors]: FormErrors[K] } = {};
  const world = prepare(form.setup);
  if (!world.ok) errors.setup = world.error;
  const alphabet = alphabetWords(form).flatMap((word) => {
    const read = parseAlphabetWord(word);
    return read.ok ? read.value : [];
  });
  if (alphabet.length === 0) errors.alphabet = 'select at least one event';
  const [enables, pauses] = [form.enables, form.pauses].map((text) => readOptional(text, MAX_COUNT, MAX_COUNT));
  if (enables === null || pauses === null) errors.open = `enter a number from 1 to ${MAX_COUNT}, or leave it empty`;
  const scope: SearchScope = {
    alphabet,
    ...(form.callers !== 'free' &&
      form.enables + form.pauses !== '' && { open: { enables: enables ?? MAX_COUNT, pauses: pauses ?? MAX_COUNT } }),
    callers: form.callers === 'legal' ? (legalCallers(form.legal) ?? 'free') : form.callers,
    tasks: form.tasks,
    cpus: form.cpus,
    interrupts: form.interrupts,
    kinds: form.kinds.length > 0 ? form.kinds : DEFAULT_SCOPE.kinds,
    // Two tasks or CPUs have no effect without a switch.
    preempt: form.preempt === 'none' && (form.tasks === 2 || form.cpus === 2) ? 'calls' : form.preempt,
  };
  const refusal = validateScope(scope, form.target === 'differ');
  if (refusal !== null) errors.scope = refusal;
  const target = aboutOf(form, scope, errors);
  const maxLength = readOptional(form.maxLength, DEFAULT_BOUNDS.maxLength, MAX_LENGTH);
  const maxStates = readNumber(form.maxStates, MAX_STATES);
  if (maxLength === null) errors.length = `enter a number from 1 to ${MAX_LENGTH}, or leave it empty`;
  if (maxStates === null) errors.states = `enter a number from 1 to ${MAX_STATES}`;
  if (Object.keys(errors).length > 0 || target === null || maxLength === null || maxStates === null) return err(errors);
  return ok({ setup: form.setup, target, scope, bounds: { maxLength, maxStates }, knownCauses: [] });
}

const MAX_LENGTH = 9999;
/** More would exceed the memory that browsers grant a page. */
const MAX_STATES = 16_000_000;

function aboutOf(
  form: QueryForm,
  scope: SearchScope,
  errors: { -readonly [K in keyof FormErrors]: FormErrors[K] },
): QueryTarget | null {
  switch (form.target) {
    case 'any':
      return { kind: 'any' };
    case 'rule': {
      const [, rule = '', sub] = /^([^.]*)(?:\.(.+))?$/.exec(form.rule.trim()) ?? [];
      if (rules.find(rule)) return { kind: 'rule', rule, sub: sub ?? null };
      errors.rule = `there is no rule "${rule}"`;
      return null;
    }
    case 'reach': {
      const world = prepare(form.setup);
      if (!world.ok) return null;
      const acting = tasksOf(scope);
      const goal = parseGoal(form.goal, world.value, acting);
      if (goal.ok) return { kind: 'reach', goal: goal.value };
      errors.goal = goal.error.map((one) => formatDiagnostic(one)).join('; ');
      return null;
    }
    case 'differ': {
      const other = { ...form.setup, ...form.other };
      const world = prepare(other);
      if (!world.ok) errors.other = world.error;
      else if (JSON.stringify(other) === JSON.stringify(form.setup)) errors.other = 'the other setup equals the first';
      else return { kind: 'differ', other };
      return null;
    }
  }
}

function alphabetWords({ words, pages }: QueryForm): readonly string[] {
  return words.flatMap((word) => {
    const onPages = (QUERY_EVENTS.pages as readonly string[]).includes(word) && !WITHOUT_PAGE.includes(word);
    return onPages ? pages.split(' ').map((page) => `${word} ${page}`) : [word];
  });
}

const readOptional = (text: string, fallback: number, maximum: number): number | null =>
  text.trim() === '' ? fallback : readNumber(text, maximum);

function readNumber(text: string, maximum: number): number | null {
  const digits = text.trim().replace(/[\s,_]/g, '');
  const number = /^\d{1,9}$/.test(digits) ? Number(digits) : 0;
  return number >= 1 && number <= maximum ? number : null;
}

/** Whether a form no longer describes this query, or is invalid. */
export function isStale(form: QueryForm, query: Query): boolean {
  const current = parseForm(form);
  return !current.ok || JSON.stringify(current.value) !== JSON.stringify({ ...query, knownCauses: [] });
}
