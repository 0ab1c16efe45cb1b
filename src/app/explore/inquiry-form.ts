import type { Setup } from '../../engine/model.ts';
import { rules } from '../../engine/rules/index.ts';
import { prepare } from '../../engine/setup/world.ts';
import { legalIn, readWord } from '../../explore/kernel-space/alphabet.ts';
import { type Between, DEFAULT_SCOPE, MOST_OPEN, type Scope, tasksIn } from '../../explore/kernel-space/scope.ts';
import { DEFAULT_BOUNDS, refuseScope } from '../../explore/queries/check.ts';
import { parseGoal } from '../../explore/queries/goal.ts';
import type { About, Inquiry } from '../../explore/queries/query.ts';
import { err, ok, type Result } from '../../lib/result.ts';
import { formatDiagnostic } from '../../lib/source.ts';
import { printEvent } from '../../notation/text/print.ts';
import { nextSide } from '../compare/compare.ts';
import { isSide } from '../document/try-out.ts';
import type { Side } from '../state/state.ts';

/** Of enables and of pauses alike. */
const MOST = MOST_OPEN.enables;

/** A question as it is being made: what a person chose and typed, right or not. */
export interface InquiryForm {
  readonly setup: Setup;
  readonly about: About['kind'];
  /** `arch-bug`, `arch-bug.leave`. */
  readonly rule: string;
  readonly goal: string;
  /** What it is compared with. */
  readonly other: Side;
  /** Words of the alphabet; page operations without their page. */
  readonly words: readonly string[];
  readonly pages: Pages;
  readonly callers: 'free' | 'paired' | 'balanced' | 'legal';
  /** Whose checks legal callers never fire. */
  readonly legal: string;
  /** The most that callers who are not free have open at once; empty for no bound but what a u8 counts. */
  readonly enables: string;
  readonly pauses: string;
  readonly tasks: 1 | 2;
  readonly cpus: 1 | 2;
  readonly interrupts: Between;
  readonly kinds: Scope['kinds'];
  readonly preempt: Between;
  /** Empty for no bound. */
  readonly maxLength: string;
  readonly maxStates: string;
}

/** The words that may be in an alphabet, by what they are. */
export const WORDS = {
  calls: DEFAULT_SCOPE.alphabet.map(printEvent),
  pages: ['set', 'clear', 'get-and-clear', 'wrprotect', 'read', 'touch', 'flush-tlb', 'gather-flush'],
  others: ['bh', 'sleep', 'exit'],
} as const;

/** The pages that page operations are tried on. */
export const PAGES = { k1: 'k1', '1': '1', 'k1 k2': 'k1 and k2', '1 2': '1 and 2', '1 k1': '1 and k1' } as const;
export type Pages = keyof typeof PAGES;

const WITHOUT_PAGE: readonly string[] = ['flush-tlb', 'gather-flush'];

/**
 * A question about a program's setup: does anything go wrong when callers close only what they opened? That callers who do as they
 * like fire a check says little of the helpers.
 */
export const formFor = (setup: Setup): InquiryForm => ({
  setup,
  about: 'any',
  rule: 'kernel-check',
  goal: '',
  other: nextSide(setup, []) ?? setup,
  words: WORDS.calls,
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

/** The same question about another setup. What it was compared with may be that one: then it is compared with the nearest. */
export function formAbout(setup: Setup, form: InquiryForm): InquiryForm {
  const other = isSide(form.other, setup) ? nextSide(setup, []) : null;
  return { ...form, setup, other: other ?? form.other };
}

/** What is wrong with a form, by the field that it is about. */
export type Wrong = Partial<
  Record<'setup' | 'rule' | 'goal' | 'other' | 'alphabet' | 'scope' | 'open' | 'length' | 'states', string>
>;

/** The question that a form asks, or what is wrong with it. */
export function inquiryOf(form: InquiryForm): Result<Inquiry, Wrong> {
  const wrong: { -readonly [K in keyof Wrong]: Wrong[K] } = {};
  const world = prepare(form.setup);
  if (!world.ok) wrong.setup = world.error;
  const alphabet = wordsOf(form).flatMap((word) => {
    const read = readWord(word);
    return read.ok ? read.value : [];
  });
  if (alphabet.length === 0) wrong.alphabet = 'choose at least one event';
  const [enables, pauses] = [form.enables, form.pauses].map((text) => readOptional(text, MOST, MOST));
  if (enables === null || pauses === null) wrong.open = `expected nothing, or a number from 1 to ${MOST}`;
  const scope: Scope = {
    alphabet,
    ...(form.callers !== 'free' &&
      form.enables + form.pauses !== '' && { open: { enables: enables ?? MOST, pauses: pauses ?? MOST } }),
    callers: form.callers === 'legal' ? (legalIn(form.legal) ?? 'free') : form.callers,
    tasks: form.tasks,
    cpus: form.cpus,
    interrupts: form.interrupts,
    kinds: form.kinds.length > 0 ? form.kinds : DEFAULT_SCOPE.kinds,
    // Two tasks or CPUs mean nothing without a switch.
    preempt: form.preempt === 'none' && (form.tasks === 2 || form.cpus === 2) ? 'calls' : form.preempt,
  };
  const refusal = refuseScope(scope, form.about === 'differ');
  if (refusal !== null) wrong.scope = refusal;
  const about = aboutOf(form, scope, wrong);
  const maxLength = readOptional(form.maxLength, DEFAULT_BOUNDS.maxLength, MOST_LENGTH);
  const maxStates = readNumber(form.maxStates, MOST_STATES);
  if (maxLength === null) wrong.length = `expected nothing, or a number from 1 to ${MOST_LENGTH}`;
  if (maxStates === null) wrong.states = `expected a number from 1 to ${MOST_STATES}`;
  if (Object.keys(wrong).length > 0 || about === null || maxLength === null || maxStates === null) return err(wrong);
  return ok({ setup: form.setup, about, scope, bounds: { maxLength, maxStates }, known: [] });
}

const MOST_LENGTH = 9999;
/** More than this would not fit into what a browser gives a page. */
const MOST_STATES = 16_000_000;

function aboutOf(form: InquiryForm, scope: Scope, wrong: { -readonly [K in keyof Wrong]: Wrong[K] }): About | null {
  switch (form.about) {
    case 'any':
      return { kind: 'any' };
    case 'rule': {
      const [, rule = '', sub] = /^([^.]*)(?:\.(.+))?$/.exec(form.rule.trim()) ?? [];
      if (rules.find(rule)) return { kind: 'rule', rule, sub: sub ?? null };
      wrong.rule = `there is no rule "${rule}"`;
      return null;
    }
    case 'reach': {
      const world = prepare(form.setup);
      if (!world.ok) return null;
      const acting = tasksIn(scope);
      const goal = parseGoal(form.goal, world.value, acting);
      if (goal.ok) return { kind: 'reach', goal: goal.value };
      wrong.goal = goal.error.map((one) => formatDiagnostic(one)).join('; ');
      return null;
    }
    case 'differ': {
      const other = { ...form.setup, ...form.other };
      const world = prepare(other);
      if (!world.ok) wrong.other = world.error;
      else if (JSON.stringify(other) === JSON.stringify(form.setup)) wrong.other = 'it is the same as the first';
      else return { kind: 'differ', other };
      return null;
    }
  }
}

function wordsOf({ words, pages }: InquiryForm): readonly string[] {
  return words.flatMap((word) => {
    const onPages = (WORDS.pages as readonly string[]).includes(word) && !WITHOUT_PAGE.includes(word);
    return onPages ? pages.split(' ').map((page) => `${word} ${page}`) : [word];
  });
}

const readOptional = (text: string, otherwise: number, most: number): number | null =>
  text.trim() === '' ? otherwise : readNumber(text, most);

function readNumber(text: string, most: number): number | null {
  const digits = text.trim().replace(/[\s,_]/g, '');
  const number = /^\d{1,9}$/.test(digits) ? Number(digits) : 0;
  return number >= 1 && number <= most ? number : null;
}

/** Whether a form asks something else than this by now, or nothing that can be asked. */
export function hasMoved(form: InquiryForm, asked: Inquiry): boolean {
  const now = inquiryOf(form);
  return !now.ok || JSON.stringify(now.value) !== JSON.stringify({ ...asked, known: [] });
}
