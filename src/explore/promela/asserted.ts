import type { Helper } from '../../engine/model.ts';
import { rules } from '../../engine/rules/index.ts';
import type { World } from '../../engine/setup/world.ts';
import type { Scope } from '../kernel-space/scope.ts';
import type { Question } from '../queries/question.ts';
import { firesNothing } from './call.ts';
import { DEEPEST, isBounded } from './callers.ts';

/** What a model is written of. */
export interface Modelled {
  readonly world: World;
  readonly scope: Scope;
  /** What is asserted not to break; null: nothing, the space alone is walked. */
  readonly question: Question | null;
  /** Programs up to this length; infinite: all. The length is then a variable, so that there are more states. */
  readonly maxLength: number;
  /** The rule is a formula over a variable, not assertions where it can break. */
  readonly ltl?: boolean;
}

/** The rules that can be said, with the variable that says in a formula that one broke. */
const BROKEN: Readonly<Record<string, string>> = {
  'kernel-check': 'fired',
  'arch-bug': 'arch_died',
  'callbacks-alternate': 'out_of_turn',
  'pending-after-disable': 'held_after_disable',
  'pending-while-paused': 'held_while_paused',
  'active-outside-section': 'active_outside',
  'sleep-in-section': 'slept_active',
  'preempt-forbidden': 'switch_refused',
  'stale-read': 'read_stale',
  'early-touch': 'touched_early',
  'stale-translation': 'used_stale',
  'overtaken-update': 'overtaken',
  'foreign-flush': 'flushed_foreign',
  'batching-lost': 'stored_at_once',
};

export const ASSERTABLE = Object.keys(BROKEN);

/** Rules that an architecture's steps break, or by what is open beside them. */
const OF_STEPS = ['arch-bug', 'hazard', 'flush', 'switch-refused', 'store'] as const;

export const ruleOf = ({ question }: Pick<Modelled, 'question'>): string | null =>
  question && question !== 'any' ? question.rule : null;

/** What of a question an architecture's steps can break. */
export function askedOfSteps(question: Question | null): Question | null {
  const rule = ruleOf({ question });
  return rule !== null && rules.get(rule).on.some((at) => OF_STEPS.some((one) => one === at)) ? question : null;
}

export const brokenIn = (rule: string): string => BROKEN[rule] ?? 'broken';

/** The statement that a condition shall hold. */
export function claim(modelled: Modelled, condition: string): string {
  const rule = ruleOf(modelled);
  if (!modelled.ltl || rule === null) return `assert(${condition})`;
  const broken = brokenIn(rule);
  return `${broken} = (${broken} || !(${condition}))`;
}

/** Rules that count what is open. */
const OF_OPEN = new Set(['active-outside-section', 'batching-lost']);
/** Rules that ask whether the mode is active. */
export const OF_ACTIVE = new Set(['active-outside-section', 'sleep-in-section']);

/** Why there is no model, in sentences; the architecture apart. */
export function refuse({ world, scope, question, maxLength, ltl }: Modelled): string[] {
  const { callers } = scope;
  const wrong: string[] = [];
  const other = scope.alphabet.find(({ kind }) => !['call', 'sleep', 'page', 'tlb'].includes(kind));
  if (other) wrong.push(`a model has no ${other.kind} event: calls, page operations and sleep alone`);
  if (scope.alphabet.some((event) => event.kind === 'call' && event.range)) {
    wrong.push('a model has no range of pages that a call announces');
  }
  if (scope.interrupts !== 'none' && scope.kinds.some((kind) => kind !== 'irq')) {
    wrong.push('a model has irq alone: a softirq is the same to the helpers');
  }
  if (callers === 'balanced' && !isBounded(scope, maxLength)) {
    wrong.push(`balanced callers need a stack, which SPIN keeps as a whole: at most ${DEEPEST} open, as by --open 3,3`);
  }
  if (typeof callers === 'object' && callers.legal !== world.revision.id) {
    wrong.push(`callers legal in ${callers.legal} need its state beside that of ${world.revision.id}`);
  }
  if (typeof callers === 'object' && helpersIn(scope).some((helper) => guardOf(world, helper) === null)) {
    wrong.push(`callers legal in ${callers.legal} cannot be said: it has a check behind a write`);
  }
  const rule = ruleOf({ question });
  if (question === 'any') wrong.push(`one rule is asserted, not any (expected ${ASSERTABLE.join(', ')})`);
  else if (rule !== null && !ASSERTABLE.includes(rule)) {
    wrong.push(`${rule} looks at what a model does not keep (expected ${ASSERTABLE.join(', ')})`);
  } else if (rule !== null && OF_OPEN.has(rule) && callers !== 'paired' && callers !== 'balanced') {
    wrong.push(`${rule} counts what is open, which ends at 255 for paired and balanced callers alone`);
  }
  if (rule !== null && OF_ACTIVE.has(rule) && !world.active) {
    wrong.push(`${world.revision.id} has no question whether the mode is active`);
  }
  if (ltl && question === null) wrong.push('a formula is about a rule, and none is asked about');
  if (maxLength > 32_767 && maxLength !== Number.POSITIVE_INFINITY) wrong.push('a length is at most 32767');
  return wrong;
}

export const helpersIn = ({ alphabet }: Scope): Helper[] => [
  ...new Set(alphabet.flatMap((event) => (event.kind === 'call' ? [event.helper] : []))),
];

/** The condition under which a call fires no check; null where it cannot be said. */
export const guardOf = (world: World, helper: Helper): string | null => {
  const code = world.codes[helper];
  return code ? firesNothing(code) : 'true';
};
