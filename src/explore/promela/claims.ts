import type { Helper } from '../../engine/model.ts';
import { rules } from '../../engine/rules/index.ts';
import type { World } from '../../engine/setup/world.ts';
import type { SearchScope } from '../kernel-space/scope.ts';
import type { Property } from '../queries/property.ts';
import { noCheckFires } from './call.ts';
import { hasBoundedNesting, MAX_NESTING } from './callers.ts';

/** What a model is written of. */
export interface ModelOptions {
  readonly world: World;
  readonly scope: SearchScope;
  /** What is asserted not to break; null: nothing, the space alone is walked. */
  readonly property: Property | null;
  /** Programs up to this length; infinite: all. The length is then a variable, so that there are more states. */
  readonly maxLength: number;
  /** The rule is a formula over a variable, not assertions where it can break. */
  readonly ltl?: boolean;
}

/** The rules that can be said, with the variable that says in a formula that one broke. */
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

/** Rules that an architecture's steps break, or by what is open beside them. */
const STEP_TRIGGERS = ['arch-bug', 'hazard', 'flush', 'switch-refused', 'store'] as const;

export const assertedRule = ({ property }: Pick<ModelOptions, 'property'>): string | null =>
  property && property !== 'any' ? property.rule : null;

/** What of a question an architecture's steps can break. */
export function propertyOfSteps(property: Property | null): Property | null {
  const rule = assertedRule({ property });
  return rule !== null && rules.get(rule).on.some((at) => STEP_TRIGGERS.some((one) => one === at)) ? property : null;
}

export const violationVariable = (rule: string): string => VIOLATION_VARIABLES[rule] ?? 'broken';

/** The statement that a condition shall hold. */
export function claimText(modelled: ModelOptions, condition: string): string {
  const rule = assertedRule(modelled);
  if (!modelled.ltl || rule === null) return `assert(${condition})`;
  const broken = violationVariable(rule);
  return `${broken} = (${broken} || !(${condition}))`;
}

/** Rules that count what is open. */
const RULES_ABOUT_OPEN = new Set(['active-outside-section', 'batching-lost']);
/** Rules that ask whether the mode is active. */
export const RULES_ABOUT_ACTIVE = new Set(['active-outside-section', 'sleep-in-section']);

/** Why there is no model, in sentences; the architecture apart. */
export function validateModel({ world, scope, property, maxLength, ltl }: ModelOptions): string[] {
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
  if (callers === 'balanced' && !hasBoundedNesting(scope, maxLength)) {
    wrong.push(
      `balanced callers need a stack, which SPIN keeps as a whole: at most ${MAX_NESTING} open, as by --open 3,3`,
    );
  }
  if (typeof callers === 'object' && callers.legal !== world.revision.id) {
    wrong.push(`callers legal in ${callers.legal} need its state beside that of ${world.revision.id}`);
  }
  if (typeof callers === 'object' && helpersIn(scope).some((helper) => guardOf(world, helper) === null)) {
    wrong.push(`callers legal in ${callers.legal} cannot be said: it has a check behind a write`);
  }
  const rule = assertedRule({ property });
  if (property === 'any') wrong.push(`one rule is asserted, not any (expected ${ASSERTABLE_RULES.join(', ')})`);
  else if (rule !== null && !ASSERTABLE_RULES.includes(rule)) {
    wrong.push(`${rule} looks at what a model does not keep (expected ${ASSERTABLE_RULES.join(', ')})`);
  } else if (rule !== null && RULES_ABOUT_OPEN.has(rule) && callers !== 'paired' && callers !== 'balanced') {
    wrong.push(`${rule} counts what is open, which ends at 255 for paired and balanced callers alone`);
  }
  if (rule !== null && RULES_ABOUT_ACTIVE.has(rule) && !world.active) {
    wrong.push(`${world.revision.id} has no question whether the mode is active`);
  }
  if (ltl && property === null) wrong.push('a formula is about a rule, and none is asked about');
  if (maxLength > 32_767 && maxLength !== Number.POSITIVE_INFINITY) wrong.push('a length is at most 32767');
  return wrong;
}

export const helpersIn = ({ alphabet }: SearchScope): Helper[] => [
  ...new Set(alphabet.flatMap((event) => (event.kind === 'call' ? [event.helper] : []))),
];

/** The condition under which a call fires no check; null where it cannot be said. */
export const guardOf = (world: World, helper: Helper): string | null => {
  const code = world.codes[helper];
  return code ? noCheckFires(code) : 'true';
};
