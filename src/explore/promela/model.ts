import { cName } from '../../engine/ir/compile.ts';
import type { Helper } from '../../engine/model.ts';
import type { World } from '../../engine/setup/world.ts';
import { err, ok, type Result } from '../../lib/result.ts';
import { printEvent } from '../../notation/text/print.ts';
import { keptValueRepresentatives } from '../kernel-space/kept-values.ts';
import type { SearchScope } from '../kernel-space/scope.ts';
import { describeCallers } from '../queries/descriptions.ts';
import { isViolationOf } from '../queries/property.ts';
import { type ArchitectureText, architectureText, callsBack, isIdle } from './architecture.ts';
import { buildAutomaton, promelaWord } from './automaton.ts';
import {
  atomicCallText,
  type Instrumentation,
  keptValueCount,
  locationsOf,
  startLocation,
  steppedCallText,
} from './call.ts';
import { callersText } from './callers.ts';
import {
  assertedRule,
  claimText,
  guardOf,
  helpersIn,
  type ModelOptions,
  propertyOfSteps,
  RULES_ABOUT_ACTIVE,
  validateModel,
  violationVariable,
} from './claims.ts';
import { findSpinLimit } from './size.ts';
import { switchesText, switchStatements } from './switches.ts';
import { fieldOf, type ValueNames, valueText, variableOf } from './value.ts';

/** The parameters with the architecture's contribution; null if it has none. */
interface ModelParts extends ModelOptions {
  readonly architecture: ArchitectureText | null;
}

/**
 * Writes the space that the explorer searches as a model for SPIN: helpers, callers, interrupts, preemption, and the
 * architecture as a table of its steps. Each action of the explorer is one `d_step`, so that SPIN stores the same
 * states. The error lists what cannot be expressed.
 */
export function writePromela(modelled: ModelOptions): Result<string, readonly string[]> {
  const problems = validateModel(modelled);
  if (problems.length > 0) return err(problems);
  const architecture = architectureIn(modelled);
  if (!architecture.ok) return err([architecture.error]);
  const written = { ...modelled, architecture: architecture.value };
  const lines = [...head(written), '', ...variables(written), '', ...helpers(written), ...kernel(written)];
  const tooLarge = findSpinLimit(lines);
  return tooLarge === null ? ok(`${lines.join('\n')}\n`) : err([tooLarge]);
}

function architectureIn(modelled: ModelOptions): Result<ArchitectureText | null, string> {
  const { world, scope, property } = modelled;
  const automaton = buildAutomaton(world, scope, propertyOfSteps(property));
  if (!automaton.ok) return automaton;
  if (isIdle(automaton.value)) return ok(null);
  if (assertedRule(modelled) === 'callbacks-alternate' && callsBack(automaton.value)) {
    return err(
      `callbacks-alternate cannot be asserted here: a context switch of ${world.backend.id} also makes callbacks`,
    );
  }
  const inSection = 'in_irq || open_enables[caller] == 0 || open_pauses[caller] > 0';
  const broken = claimText(modelled, assertedRule(modelled) === 'batching-lost' ? inSection : 'false');
  return ok(architectureText(world, automaton.value, broken, scope.tasks));
}

/** `(x > 1 && x < 255 -> 1 : x)`: maps each run of values to its representative. */
function alikeText(standing: Uint8Array): string {
  let text = '(x)';
  standing.forEach((one, value) => {
    if (one === value || standing[value + 1] === one) return;
    text = `((x) > ${one} && (x) <= ${value} -> ${one} : ${text})`;
  });
  return text;
}

/** Whether calls can be interrupted, so that they run step by step. */
const isStepped = ({ interrupts, preempt }: SearchScope): boolean =>
  interrupts === 'statements' || preempt === 'statements';

function watchedIn(modelled: ModelParts): Instrumentation {
  const { property, architecture, scope } = modelled;
  const isClaimed = (rule: string, sub: string) => {
    const finding = { rule, sub, severity: 'bug', clause: '', values: {}, statement: null } as const;
    return property !== null && isViolationOf(property, finding);
  };
  const alternates = property !== null && property !== 'any' && property.rule === 'callbacks-alternate';
  return {
    check: (helper, number) => isClaimed('kernel-check', `${helper}.${number}`),
    callbacks: alternates ? (name) => isClaimed('callbacks-alternate', name) : null,
    claimText: (condition) => claimText(modelled, condition),
    architecture,
    effective: keepsEffective(modelled) || (isStepped(scope) && (architecture?.ignored ?? null) !== null),
  };
}

const HELD_AFTER: Readonly<Record<string, Helper>> = {
  'pending-after-disable': 'disable',
  'pending-while-paused': 'pause',
};

const keepsEffective = (modelled: ModelParts): boolean =>
  modelled.architecture !== null && (assertedRule(modelled) ?? '') in HELD_AFTER;

/** The line of a model for which SPIN may store fewer states than the explorer. */
export const STORES_FEWER = 'The explorer distinguishes a few more states of runs that end inside a call.';

const where = (interleaving: SearchScope['interrupts']): string =>
  interleaving === 'none' ? 'none' : `between ${interleaving}`;

function head(modelled: ModelParts): string[] {
  const { world, scope, property, maxLength, ltl } = modelled;
  const { revision, setup } = world;
  const rule =
    property && property !== 'any' ? [property.rule, ...(property.sub ? [property.sub] : [])].join('.') : null;
  const bound = maxLength === Number.POSITIVE_INFINITY ? '' : `, up to ${maxLength} events`;
  return [
    '/*',
    ` * ${revision.title} (${revision.id}) on ${world.backend.id} ${setup.era}: every sequence of ${scope.alphabet.map(printEvent).join(', ')}${bound}.`,
    ` * Callers: ${describeCallers(scope.callers)}; active tasks: ${scope.tasks}; CPUs: ${scope.cpus}; interrupts: ${where(scope.interrupts)}; preemption: ${where(scope.preempt)};`,
    ` * checks: ${setup.checks}${setup.panicOnWarn ? ', a warning panics' : ''}${setup.capacity === null ? '' : `; batch size: ${setup.capacity}`}. ${rule ? `${ltl ? 'An LTL formula claims' : 'Assertions claim'} that ${rule} never breaks.` : 'There are no assertions: SPIN counts the states.'}`,
    ' *',
    ' * How to run it (SPIN and a C compiler; this file is model.pml):',
    ' *   spin -o2 -a model.pml && gcc -O2 -DBFS -o pan pan.c && ./pan       breadth-first: a shortest counterexample',
    ' *   spin -o2 -a model.pml && gcc -O2 -o pan pan.c && ./pan -m1000000   depth-first: less memory, any counterexample',
    ' *   spin -t -p -g model.pml                                        the counterexample, step by step',
    ' * Out of memory: -DCOLLAPSE compresses states; -DBITSTATE keeps two bits per state and may miss some.',
    ' * Several cores: gcc -O2 -DBFS_PAR. Several machines: swarm (spinroot.com), or ./pan -RS<seed> with -DBITSTATE on each.',
    ' *',
    ' * -o2 keeps write-only variables such as b_ran in the state.',
    ' * Each d_step is one action of the explorer, so "states, stored" equals its number of states.',
    ...(modelled.architecture
      ? [
          ' * The explorer computed the tables of the architecture, for each of its states and everything else that it reads.',
        ]
      : [` * ${world.backend.title} adds no state: its callbacks have no effect, and a switch is always possible.`]),
    ...(endsRuns(modelled) && (isStepped(scope) || scope.callers === 'balanced') ? [` * ${STORES_FEWER}`] : []),
    ...(scope.callers === 'balanced' && !scope.open && scope.tasks === 1
      ? [' * Without --open, the explorer keeps only the innermost open call and so has fewer states.']
      : []),
    ' */',
  ];
}

function variables(modelled: ModelParts): string[] {
  const { world, scope, maxLength } = modelled;
  const rule = assertedRule(modelled);
  const kept = Math.max(0, ...helpersIn(scope).map((helper) => keptOf(world, helper)));
  const codes = codesIn(modelled);
  const { variables: tasks, acting } = switchesText(scope);
  const lines = [...tasks];
  lines.push('', '/* struct lazy_mmu_state of each task; a u8 wraps. */');
  for (const { name, type } of world.revision.fields) {
    lines.push(`${type === 'bool' ? 'bool' : 'byte'} ${variableOf(name)}[${scope.tasks}];`);
  }
  if (rule === 'callbacks-alternate') {
    lines.push('', '/* Whether arch_enter has run and arch_leave has not. */', `bool entered[${scope.tasks}];`);
  }
  lines.push(
    '',
    '/* An interrupt on top of the running task. */',
    scope.interrupts !== 'none' ? 'bool in_irq = false;' : '#define in_irq false',
    ...callersText(scope).variables,
  );
  if (endsRuns(modelled))
    lines.push('', '/* Why the run has ended: 1 for a BUG, 2 for a check that stops the run. */', 'byte over = 0;');
  else lines.push('#define over 0');
  if (maxLength !== Number.POSITIVE_INFINITY) {
    lines.push(
      '',
      '/* Number of events so far. */',
      `short length = 0;`,
      `#define fits(cost) (length + cost <= ${maxLength})`,
    );
  }
  if (kept > 0) {
    lines.push(
      '',
      '/* The value of x++ or --x until the call returns: the lowest of those that no condition distinguishes. */',
    );
    for (let i = 0; i < kept; i++) lines.push(`byte kept_${i};`);
    lines.push(`#define alike(x) ${alikeText(keptValueRepresentatives(world))}`);
  }
  const { effective } = watchedIn(modelled);
  if (effective) {
    lines.push(
      '',
      '/* Whether the current call has written anything or made a callback. */',
      'bool effective = false;',
    );
  }
  if (isStepped(scope)) {
    lines.push(
      '',
      '/* How far the call of each task has run: after which statement, and in which branch of a condition. */',
    );
    lines.push(`mtype = { nowhere,\n  ${codes.map((code) => locationsOf(code).join(', ')).join(',\n  ')} };`);
    lines.push(`mtype at[${scope.tasks}] = nowhere;`);
    for (let i = 0; i < kept; i++) lines.push(`byte kept_${i}_of[${scope.tasks}];`);
    if (effective) lines.push(`bool effective_of[${scope.tasks}];`);
    lines.push(`#define midway (${[...acting, 'at[current] != nowhere'].join(' && ')})`);
    const forget = [
      ...Array.from({ length: kept }, (_, i) => `; kept_${i}_of[current] = 0`),
      ...(effective ? ['; effective_of[current] = false'] : []),
    ];
    lines.push('', `inline forget() { at[current] = nowhere${forget.join('')} }`);
  } else lines.push('#define midway false');
  lines.push(...activeText(modelled), ...(modelled.architecture?.variables ?? []));
  if (modelled.ltl && rule !== null) {
    lines.push('', '/* Whether the rule has been broken. */', `bool ${violationVariable(rule)} = false;`);
    lines.push(`ltl never_breaks { [] (${violationVariable(rule)} == 0) }`);
  }
  return lines;
}

/** Whether the mode is active, for the rules and architectures that test it. */
function activeText({ world, scope, property, architecture }: ModelParts): string[] {
  const { active, revision } = world;
  const rule = assertedRule({ property });
  if (!active || !(architecture || (rule !== null && RULES_ABOUT_ACTIVE.has(rule)))) return [];
  const plain: ValueNames = { field: fieldOf, kept: String };
  const ofTask = (task: number): ValueNames => ({ field: (name) => `${variableOf(name)}[${task}]`, kept: String });
  // An idle task is never active.
  const tasks = ['A', 'B'].map((id, task) => {
    const value = task < scope.tasks ? valueText(active.task, ofTask(task)) : 'false';
    return `#define active_of_${id} ${value}`;
  });
  return [
    '',
    `/* ${revision.active?.name}() for the running code, and for its task. */`,
    `#define is_active ${valueText(active.here, plain)}`,
    `#define task_is_active ${valueText(active.task, plain)}`,
    ...(architecture?.switches ? ['/* Per task. */', ...tasks] : []),
  ];
}

const keptOf = (world: World, helper: string): number => {
  const code = world.codes[helper];
  return code ? keptValueCount(code) : 0;
};
const codesIn = ({ world, scope }: ModelOptions) => helpersIn(scope).flatMap((helper) => world.codes[helper] ?? []);
/** Whether the model goes through calls statement by statement; an alphabet may be without calls. */
const stepsCalls = (modelled: ModelOptions): boolean => isStepped(modelled.scope) && codesIn(modelled).length > 0;
const endsRuns = ({ world: { setup, codes }, architecture }: ModelParts): boolean =>
  architecture?.dies === true ||
  (setup.checks !== 'off' &&
    (setup.checks === 'stop' ||
      setup.panicOnWarn ||
      Object.values(codes).some(({ instructions }) =>
        instructions.some((one) => one.op === 'check' && one.macro === 'VM_BUG_ON'),
      )));

function helpers(modelled: ModelParts): string[] {
  const { world, scope, architecture } = modelled;
  const watched = watchedIn(modelled);
  const callers = callersText(scope);
  const { inlines, acting } = switchesText(scope);
  const lines: string[] = [...(architecture?.inlines ?? []), ...(inlines.length > 0 ? [...inlines, ''] : [])];
  const rests = assertedRule(modelled) === 'active-outside-section';
  if (rests) {
    lines.push('/* Between helpers and outside interrupts, the mode is active only in a section of the caller. */');
    lines.push(`#define at_rest (${[...acting, '!in_irq', '!midway', 'over == 0'].join(' && ')})`);
    lines.push(
      `inline rest() { ${claimText(modelled, '!(at_rest && open_enables[current] == 0 && task_is_active)')} }`,
      '',
    );
  }
  for (const code of codesIn(modelled)) {
    const helper = code.helper as Helper;
    const count = callers.done(helper);
    const returns = (effective: string) => {
      const held = architecture && HELD_AFTER[assertedRule(modelled) ?? ''] === helper;
      return held ? `${claimText(modelled, `!(${effective} && ${architecture.pending})`)}; ${count}` : count;
    };
    lines.push(`/* ${cName(helper)}() without interruption. */`, `inline ${helper}() {`);
    const body = atomicCallText(world, code, watched);
    lines.push(...body);
    for (let i = 0; i < keptValueCount(code); i++) lines.push(`  kept_${i} = 0;`);
    const done = returns('effective');
    const forgotten = watched.effective ? '; effective = false' : '';
    lines.push(`  ${endsRuns(modelled) ? `if :: over == 0 -> ${done} :: else fi` : done}${forgotten}`, '}');
    if (isStepped(scope)) {
      const midway = returns('effective_of[current]');
      lines.push(`inline returned_${helper}() { ${midway === count ? `forget(); ${count}` : `${midway}; forget()`} }`);
    }
    lines.push('');
  }
  if (stepsCalls(modelled)) {
    const all = scope.interrupts === 'statements';
    lines.push(
      all
        ? '/* Advances the current call by one statement. */'
        : '/* Advances the current call by one statement, and past the following ones that only read: on which side of those a\n   switch happens makes no difference. */',
      'inline go_on() {',
      '  do',
      ...codesIn(modelled).flatMap((code) => steppedCallText(world, code, watched, all)),
      '  od;',
      '  skip',
      '}',
      '',
    );
  }
  return lines;
}

function kernel(modelled: ModelParts): string[] {
  const { world, scope, maxLength, architecture } = modelled;
  const { interrupts, preempt } = scope;
  const callers = callersText(scope);
  const { acting, options: switches } = switchesText(scope);
  const bounded = maxLength !== Number.POSITIVE_INFINITY;
  const rests = assertedRule(modelled) === 'active-outside-section' ? '; rest()' : '';
  const option = (guards: readonly string[], statements: string, cost: number) => {
    const all = ['over == 0', ...guards, ...(bounded && cost > 0 ? [`fits(${cost})`] : [])].join(' && ');
    const longer = bounded && cost > 0 ? `; length = length + ${cost}` : '';
    return `  :: d_step { ${all} ->\n       ${statements}${longer}${rests} }`;
  };
  const options: string[] = [];
  for (const helper of helpersIn(scope)) {
    const code = world.codes[helper];
    const may = mayCall(modelled, helper);
    if (!code) continue;
    if (!isStepped(scope)) options.push(option([...acting, ...may], `${helper}()`, 1));
    else {
      options.push(
        option([...acting, '!in_irq', '!midway', ...may], `at[current] = ${startLocation(code)}; go_on()`, 1),
      );
      if (interrupts !== 'none') options.push(option(['in_irq', ...may], `${helper}()`, 1));
    }
  }
  if (stepsCalls(modelled)) options.push(option(['!in_irq', 'midway'], 'go_on()', 0));
  for (const event of scope.alphabet) {
    if (event.kind !== 'page' && event.kind !== 'tlb') continue;
    const where = isStepped(scope) ? ['(in_irq || !midway)'] : [];
    options.push(option([...acting, ...where], architecture ? `${promelaWord(printEvent(event))}()` : 'skip', 1));
  }
  if (scope.alphabet.some(({ kind }) => kind === 'sleep')) {
    const statements = assertedRule(modelled) === 'sleep-in-section' ? claimText(modelled, '!is_active') : 'skip';
    options.push(option([...acting, '!in_irq', '!midway'], statements, 1));
  }
  if (interrupts !== 'none') {
    const where = interrupts === 'statements' ? [] : ['!midway'];
    options.push(option([...acting, '!in_irq', ...where], 'in_irq = true', 1));
    options.push(option(['in_irq', ...callers.mayEnd], ['in_irq = false', ...callers.ended].join('; '), 0));
  }
  for (const { comment, guards, statements, cost } of switches) {
    const where = preempt === 'statements' ? [] : ['!midway'];
    const goesOn = stepsCalls(modelled) ? `; if :: midway && over == 0 -> go_on() :: else fi` : '';
    const all = architecture?.switches
      ? switchStatements(scope, architecture, statements, goesOn)
      : statements + goesOn;
    options.push(`  /* ${comment} */\n${option(['!in_irq', ...where, ...guards], all, cost)}`);
    if (architecture?.looks) options.push(option(['!in_irq', ...where, ...guards], 'look_to_B()', 1));
  }
  return [
    'active proctype kernel() {',
    'end:',
    '  do',
    ...(options.length > 0 ? options : ['  :: false']),
    '  od',
    '}',
  ];
}

function mayCall({ world, scope }: ModelOptions, helper: Helper): readonly string[] {
  const guard = typeof scope.callers === 'object' ? guardOf(world, helper) : null;
  return [...(guard === null || guard === 'true' ? [] : [guard]), ...callersText(scope).guards(helper)];
}
