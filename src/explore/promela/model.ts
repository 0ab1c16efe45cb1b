import { cName } from '../../engine/compile.ts';
import type { Helper } from '../../engine/model.ts';
import type { World } from '../../engine/world.ts';
import { err, ok, type Result } from '../../lib/result.ts';
import { keptValues } from '../kept-values.ts';
import { answers, type Question } from '../question.ts';
import type { Scope } from '../scope.ts';
import { firesNothing, keptBy, placeStart, placesOf, stepsOf, type Watched, wholeCall } from './call.ts';
import { callersText, DEEPEST, isBounded } from './callers.ts';
import { switchesText } from './switches.ts';
import { fieldOf, type Names, valueText, variableOf } from './value.ts';

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

/** The rules that can be said of the helpers alone, with the variable that says in a formula that one broke. */
const BROKEN = {
  'kernel-check': 'fired',
  'callbacks-alternate': 'out_of_turn',
  'active-outside-section': 'active_outside',
  'sleep-in-section': 'slept_active',
} as const;

export const ASSERTABLE = Object.keys(BROKEN);

/**
 * The space that the explorer searches, as a model for SPIN: helpers, callers, interrupts and preemption, without an
 * architecture (a callback is told, and does nothing). Each act of the explorer is one `d_step`, so that SPIN stores the
 * same states. The error is a list of sentences: what cannot be said.
 */
export function promelaOf(modelled: Modelled): Result<string, readonly string[]> {
  const wrong = refuse(modelled);
  if (wrong.length > 0) return err(wrong);
  const lines = [...head(modelled), '', ...variables(modelled), '', ...helpers(modelled), ...kernel(modelled)];
  return ok(`${lines.join('\n')}\n`);
}

function refuse({ world, scope, question, maxLength, ltl }: Modelled): string[] {
  const { callers } = scope;
  const wrong: string[] = [];
  const other = scope.alphabet.find((event) => event.kind !== 'sleep' && (event.kind !== 'call' || event.range));
  if (other) wrong.push(`a model has calls and sleep, no ${other.kind} event: it has no architecture`);
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
  if (question === 'any') wrong.push(`one rule is asserted, not any (expected ${ASSERTABLE.join(', ')})`);
  else if (question && !ASSERTABLE.includes(question.rule)) {
    wrong.push(`${question.rule} cannot be asserted without an architecture (expected ${ASSERTABLE.join(', ')})`);
  } else if (question?.rule === 'active-outside-section' && callers !== 'paired' && callers !== 'balanced') {
    wrong.push('active-outside-section counts what is open, which ends at 255 for paired and balanced callers alone');
  }
  if (question && question !== 'any' && OF_ACTIVE.has(question.rule) && !world.active) {
    wrong.push(`${world.revision.id} has no question whether the mode is active`);
  }
  if (ltl && question === null) wrong.push('a formula is about a rule, and none is asked about');
  if (maxLength > 32_767 && maxLength !== Number.POSITIVE_INFINITY) wrong.push('a length is at most 32767');
  return wrong;
}

const OF_ACTIVE = new Set(['active-outside-section', 'sleep-in-section']);

const helpersIn = ({ alphabet }: Scope): Helper[] => [
  ...new Set(alphabet.flatMap((event) => (event.kind === 'call' ? [event.helper] : []))),
];
const guardOf = (world: World, helper: Helper): string | null => {
  const code = world.codes[helper];
  return code ? firesNothing(code) : 'true';
};

/** `(x > 1 && x < 255 -> 1 : x)`, for each run of values for which another stands. */
function alikeText(standing: Uint8Array): string {
  let text = '(x)';
  standing.forEach((one, value) => {
    if (one === value || standing[value + 1] === one) return;
    text = `((x) > ${one} && (x) <= ${value} -> ${one} : ${text})`;
  });
  return text;
}

/** Where others can come in the midst of a call, it is stepped through. */
const stepped = ({ interrupts, preempt }: Scope): boolean => interrupts === 'statements' || preempt === 'statements';
const ruleOf = ({ question }: Modelled): string | null => (question && question !== 'any' ? question.rule : null);

/** The statement that a condition shall hold. */
function claim({ question, ltl }: Modelled, condition: string): string {
  const broken = question && question !== 'any' ? BROKEN[question.rule as keyof typeof BROKEN] : null;
  return ltl && broken ? `${broken} = (${broken} || !(${condition}))` : `assert(${condition})`;
}

function watchedIn(modelled: Modelled): Watched {
  const { question } = modelled;
  const asked = (rule: string, sub: string) => {
    const finding = { rule, sub, severity: 'bug', clause: '', values: {}, statement: null } as const;
    return question !== null && answers(question, finding);
  };
  const alternates = question !== null && question !== 'any' && question.rule === 'callbacks-alternate';
  return {
    check: (helper, number) => asked('kernel-check', `${helper}.${number}`),
    callbacks: alternates ? (name) => asked('callbacks-alternate', name) : null,
    claim: (condition) => claim(modelled, condition),
  };
}

function head(modelled: Modelled): string[] {
  const { world, scope, question, maxLength, ltl } = modelled;
  const { revision, setup } = world;
  const callers = typeof scope.callers === 'string' ? scope.callers : `legal in ${scope.callers.legal}`;
  const asked =
    question && question !== 'any' ? [question.rule, ...(question.sub ? [question.sub] : [])].join('.') : null;
  const bound = maxLength === Number.POSITIVE_INFINITY ? '' : `, programs of up to ${maxLength} events`;
  return [
    '/*',
    ` * ${revision.title} (${revision.id}): every order of ${helpersIn(scope).join(', ')}${bound}.`,
    ` * Callers: ${callers}; tasks that act: ${scope.tasks}; CPUs: ${scope.cpus}; interrupts between: ${scope.interrupts}; preemption between: ${scope.preempt};`,
    ` * checks: ${setup.checks}${setup.panicOnWarn ? ', a warning panics' : ''}. ${asked ? `${ltl ? 'Claimed by a formula' : 'Asserted'}: ${asked} never breaks.` : 'Nothing is asserted: the states are counted.'}`,
    ' *',
    ' * How to run it (SPIN and a C compiler; this file is model.pml):',
    ' *   spin -o2 -a model.pml && gcc -O2 -DBFS -o pan pan.c && ./pan       breadth-first: a shortest counterexample',
    ' *   spin -o2 -a model.pml && gcc -O2 -o pan pan.c && ./pan -m1000000   depth-first: less memory, any counterexample',
    ' *   spin -t -p -g model.pml                                        the counterexample, step by step',
    ' * More memory than there is: -DCOLLAPSE packs states, -DBITSTATE keeps two bits of each and may miss some.',
    ' * Several cores: gcc -O2 -DBFS_PAR. Many machines: swarm (spinroot.com), or ./pan -RS<seed> with -DBITSTATE on each.',
    ' *',
    ' * -o2: what is only written, as b_ran, is a part of the state, too.',
    ' * Each d_step is one act of the explorer, so that "states, stored" is its number of states. An architecture is not',
    ' * part of it: a callback is told and does nothing, and a switch is always possible.',
    ...(scope.callers === 'balanced' && !scope.open && scope.tasks === 1
      ? [
          ' * Of what nests the explorer keeps the innermost alone where nothing bounds it (--open), so that it has fewer states.',
        ]
      : []),
    ' */',
  ];
}

function variables(modelled: Modelled): string[] {
  const { world, scope, maxLength } = modelled;
  const rule = ruleOf(modelled);
  const kept = Math.max(0, ...helpersIn(scope).map((helper) => keptOf(world, helper)));
  const codes = codesIn(modelled);
  const { variables: tasks, acting } = switchesText(scope);
  const lines = [...tasks];
  lines.push('', '/* struct lazy_mmu_state of each task; a u8 wraps. */');
  for (const { name, type } of world.revision.fields) {
    lines.push(`${type === 'bool' ? 'bool' : 'byte'} ${variableOf(name)}[${scope.tasks}];`);
  }
  if (rule === 'callbacks-alternate') {
    lines.push('', '/* Whether arch_enter ran without its arch_leave yet. */', `bool entered[${scope.tasks}];`);
  }
  lines.push(
    '',
    '/* An interrupt on top of the running task. */',
    scope.interrupts !== 'none' ? 'bool in_irq = false;' : '#define in_irq false',
    ...callersText(scope).variables,
  );
  if (endsRuns(world))
    lines.push('', '/* Why nothing happens any more: 1 a BUG, 2 a check that stops the run. */', 'byte over = 0;');
  else lines.push('#define over 0');
  if (maxLength !== Number.POSITIVE_INFINITY) {
    lines.push(
      '',
      '/* Events of the program so far. */',
      `short length = 0;`,
      `#define fits(cost) (length + cost <= ${maxLength})`,
    );
  }
  if (kept > 0) {
    lines.push(
      '',
      '/* The value of x++ or --x, until its call is over; of those that no condition tells apart it is the lowest. */',
    );
    for (let i = 0; i < kept; i++) lines.push(`byte kept_${i};`);
    lines.push(`#define alike(x) ${alikeText(keptValues(world))}`);
  }
  if (stepped(scope)) {
    lines.push(
      '',
      '/* Where the call of each task stands: behind which statement, and in which arm of a condition. */',
    );
    lines.push(`mtype = { nowhere,\n  ${codes.map((code) => placesOf(code).join(', ')).join(',\n  ')} };`);
    lines.push(`mtype at[${scope.tasks}] = nowhere;`);
    for (let i = 0; i < kept; i++) lines.push(`byte kept_${i}_of[${scope.tasks}];`);
    lines.push(`#define midway (${[...acting, 'at[current] != nowhere'].join(' && ')})`);
    const forget = Array.from({ length: kept }, (_, i) => `; kept_${i}_of[current] = 0`).join('');
    lines.push('', `inline forget() { at[current] = nowhere${forget} }`);
  } else lines.push('#define midway false');
  if (world.active && rule !== null && OF_ACTIVE.has(rule)) {
    const plain: Names = { field: fieldOf, kept: String };
    lines.push('', `/* ${world.revision.active?.name}() of the running code, and of its task. */`);
    lines.push(`#define is_active ${valueText(world.active.here, plain)}`);
    lines.push(`#define task_is_active ${valueText(world.active.task, plain)}`);
  }
  if (modelled.ltl && rule !== null) {
    const broken = BROKEN[rule as keyof typeof BROKEN];
    lines.push('', '/* Whether the rule was broken. */', `bool ${broken} = false;`);
    lines.push(`ltl never_breaks { [] (${broken} == 0) }`);
  }
  return lines;
}

const keptOf = (world: World, helper: string): number => {
  const code = world.codes[helper];
  return code ? keptBy(code) : 0;
};
const codesIn = ({ world, scope }: Modelled) => helpersIn(scope).flatMap((helper) => world.codes[helper] ?? []);
const endsRuns = ({ setup, codes }: World): boolean =>
  setup.checks !== 'off' &&
  (setup.checks === 'stop' ||
    setup.panicOnWarn ||
    Object.values(codes).some(({ instructions }) =>
      instructions.some((one) => one.op === 'check' && one.macro === 'VM_BUG_ON'),
    ));

function helpers(modelled: Modelled): string[] {
  const { world, scope } = modelled;
  const watched = watchedIn(modelled);
  const callers = callersText(scope);
  const { inlines, acting } = switchesText(scope);
  const lines: string[] = inlines.length > 0 ? [...inlines, ''] : [];
  const rests = ruleOf(modelled) === 'active-outside-section';
  if (rests) {
    lines.push('/* Between helpers, and in no interrupt, the mode is active only in a section of the caller. */');
    lines.push(`#define at_rest (${[...acting, '!in_irq', '!midway', 'over == 0'].join(' && ')})`);
    lines.push(
      `inline rest() { ${claim(modelled, '!(at_rest && open_enables[current] == 0 && task_is_active)')} }`,
      '',
    );
  }
  for (const code of codesIn(modelled)) {
    const helper = code.helper as Helper;
    const count = callers.done(helper);
    lines.push(`/* ${cName(helper)}(), as a whole. */`, `inline ${helper}() {`);
    const body = wholeCall(world, code, watched);
    lines.push(...body);
    for (let i = 0; i < keptBy(code); i++) lines.push(`  kept_${i} = 0;`);
    lines.push(endsRuns(world) ? `  if :: over == 0 -> ${count} :: else fi` : `  ${count}`, '}');
    if (stepped(scope)) lines.push(`inline returned_${helper}() { forget(); ${count} }`);
    lines.push('');
  }
  if (stepped(scope)) {
    const all = scope.interrupts === 'statements';
    lines.push(
      all
        ? '/* The call under way goes on by one statement. */'
        : '/* The call under way goes on by one statement, and through those behind it that only read: on which side of them a\n   switch comes makes no difference. */',
      'inline go_on() {',
      '  do',
      ...codesIn(modelled).flatMap((code) => stepsOf(world, code, watched, all)),
      '  od;',
      '  skip',
      '}',
      '',
    );
  }
  return lines;
}

function kernel(modelled: Modelled): string[] {
  const { world, scope, maxLength } = modelled;
  const { interrupts, preempt } = scope;
  const callers = callersText(scope);
  const { acting, options: switches } = switchesText(scope);
  const bounded = maxLength !== Number.POSITIVE_INFINITY;
  const rests = ruleOf(modelled) === 'active-outside-section' ? '; rest()' : '';
  const option = (guards: readonly string[], acts: string, cost: number) => {
    const all = ['over == 0', ...guards, ...(bounded && cost > 0 ? [`fits(${cost})`] : [])].join(' && ');
    const longer = bounded && cost > 0 ? `; length = length + ${cost}` : '';
    return `  :: d_step { ${all} ->\n       ${acts}${longer}${rests} }`;
  };
  const options: string[] = [];
  for (const helper of helpersIn(scope)) {
    const code = world.codes[helper];
    const may = mayCall(modelled, helper);
    if (!code) continue;
    if (!stepped(scope)) options.push(option([...acting, ...may], `${helper}()`, 1));
    else {
      options.push(option([...acting, '!in_irq', '!midway', ...may], `at[current] = ${placeStart(code)}; go_on()`, 1));
      if (interrupts !== 'none') options.push(option(['in_irq', ...may], `${helper}()`, 1));
    }
  }
  if (stepped(scope)) options.push(option(['!in_irq', 'midway'], 'go_on()', 0));
  if (scope.alphabet.some(({ kind }) => kind === 'sleep')) {
    const acts = ruleOf(modelled) === 'sleep-in-section' ? claim(modelled, '!is_active') : 'skip';
    options.push(option([...acting, '!in_irq', '!midway'], acts, 1));
  }
  if (interrupts !== 'none') {
    const where = interrupts === 'statements' ? [] : ['!midway'];
    options.push(option([...acting, '!in_irq', ...where], 'in_irq = true', 1));
    options.push(option(['in_irq', ...callers.mayEnd], ['in_irq = false', ...callers.ended].join('; '), 0));
  }
  for (const { says, guards, acts, cost } of switches) {
    const where = preempt === 'statements' ? [] : ['!midway'];
    const goesOn = stepped(scope) ? '; if :: midway -> go_on() :: else fi' : '';
    options.push(`  /* ${says} */\n${option(['!in_irq', ...where, ...guards], acts + goesOn, cost)}`);
  }
  return ['active proctype kernel() {', 'end:', '  do', ...options, '  od', '}'];
}

function mayCall({ world, scope }: Modelled, helper: Helper): readonly string[] {
  const guard = typeof scope.callers === 'object' ? guardOf(world, helper) : null;
  return [...(guard === null || guard === 'true' ? [] : [guard]), ...callersText(scope).guards(helper)];
}
