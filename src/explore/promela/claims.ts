import type { Helper } from '../../engine/model.ts';
import { rules } from '../../engine/rules/index.ts';
import type { World } from '../../engine/setup/world.ts';
import { canJudge } from '../kernel-space/kernel-space.ts';
import type { SearchScope } from '../kernel-space/scope.ts';
import type { Property } from '../queries/property.ts';
import { noCheckFires } from './call.ts';
import { hasBoundedNesting, MAX_NESTING } from './callers.ts';

/** Parameters of a model. */
export interface ModelOptions {
  readonly world: World;
  readonly scope: SearchScope;
  /** The property that is claimed to hold; null to enumerate the space only. */
  readonly property: Property | null;
  /** Maximum program length; may be infinite. A finite one adds a variable, and thereby states. */
  readonly maxLength: number;
  /** Claims the property as a formula over a variable instead of assertions. */
  readonly ltl?: boolean;
}

/** The rules that a model can express, with the variable that a formula uses for a violation. */
const VIOLATION_VARIABLES: Readonly<Record<string, string>> = {
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

export const ASSERTABLE_RULES = Object.keys(VIOLATION_VARIABLES);

/** Occasions on which an architecture's steps can break a rule, alone or together with what is open. */
const STEP_TRIGGERS = ['arch-bug', 'hazard', 'flush', 'switch-refused', 'store'] as const;

export const assertedRule = ({ property }: Pick<ModelOptions, 'property'>): string | null =>
  property && property !== 'any' ? property.rule : null;

/** The part of a property that an architecture's steps can violate. */
export function propertyOfSteps(property: Property | null): Property | null {
  const rule = assertedRule({ property });
  return rule !== null && rules.get(rule).on.some((at) => STEP_TRIGGERS.some((one) => one === at)) ? property : null;
}

export const violationVariable = (rule: string): string => VIOLATION_VARIABLES[rule] ?? 'broken';

/** The statement that claims a condition. */
export function claimText(modelled: ModelOptions, condition: string): string {
  const rule = assertedRule(modelled);
  if (!modelled.ltl || rule === null) return `assert(${condition})`;
  const broken = violationVariable(rule);
  return `${broken} = (${broken} || !(${condition}))`;
}

/** Rules that count what is open. */
const RULES_ABOUT_OPEN = new Set(['active-outside-section', 'batching-lost']);
/** Rules that test whether the mode is active. */
export const RULES_ABOUT_ACTIVE = new Set(['active-outside-section', 'sleep-in-section']);

/** Lists why there is no model, in sentences, apart from the architecture. */
export function validateModel({ world, scope, property, maxLength, ltl }: ModelOptions): string[] {
  const { callers } = scope;
  const problems: string[] = [];
  const other = scope.alphabet.find(({ kind }) => !['call', 'sleep', 'page', 'tlb'].includes(kind));
  if (other) problems.push(`a model cannot contain ${other.kind} events, only calls, page operations and sleep`);
  if (scope.alphabet.some((event) => event.kind === 'call' && event.range)) {
    problems.push('a model cannot contain calls with a page range');
  }
  if (scope.interrupts !== 'none' && scope.kinds.some((kind) => kind !== 'irq')) {
    problems.push('a model has only irq, because a softirq is the same to the helpers');
  }
  if (callers === 'balanced' && !hasBoundedNesting(scope, maxLength)) {
    problems.push(
      `properly nested calls need a stack, which SPIN stores as a whole: limit it to ${MAX_NESTING} open, such as --open 3,3`,
    );
  }
  if (typeof callers === 'object' && callers.legal !== world.revision.id) {
    problems.push(`calls legal in ${callers.legal} would need its state beside that of ${world.revision.id}`);
  } else if (typeof callers === 'object' && !canJudge(world)) {
    problems.push(
      `calls legal in ${callers.legal} would need counters beside those of ${world.backend.id}, which has none or changes them itself`,
    );
  }
  if (typeof callers === 'object' && helpersIn(scope).some((helper) => guardOf(world, helper) === null)) {
    problems.push(`calls legal in ${callers.legal} cannot be expressed: it has a check after a write`);
  }
  const rule = assertedRule({ property });
  if (property === 'any') problems.push(`a model asserts one rule, not any (expected ${ASSERTABLE_RULES.join(', ')})`);
  else if (rule !== null && !ASSERTABLE_RULES.includes(rule)) {
    problems.push(`${rule} reads state that a model does not contain (expected ${ASSERTABLE_RULES.join(', ')})`);
  } else if (rule !== null && RULES_ABOUT_OPEN.has(rule) && callers !== 'paired' && callers !== 'balanced') {
    problems.push(`${rule} counts what is open, which needs --callers paired or balanced`);
  }
  if (rule !== null && RULES_ABOUT_ACTIVE.has(rule) && !world.active) {
    problems.push(`${world.revision.id} does not record whether the mode is active`);
  }
  if (ltl && property === null) problems.push('--ltl needs a rule');
  if (maxLength > 32_767 && maxLength !== Number.POSITIVE_INFINITY) problems.push('a length is at most 32767');
  return problems;
}

export const helpersIn = ({ alphabet }: SearchScope): Helper[] => [
  ...new Set(alphabet.flatMap((event) => (event.kind === 'call' ? [event.helper] : []))),
];

/** The condition under which a call fires no check; null if it cannot be expressed. */
export const guardOf = (world: World, helper: Helper): string | null => {
  const code = world.codes[helper];
  return code ? noCheckFires(code) : 'true';
};
