import { pteText } from '../../engine/backends/shared/pages.ts';
import type { Code } from '../../engine/ir/compile.ts';
import type { Expr } from '../../engine/ir/statements.ts';
import { currentOf, pagesIn } from '../../engine/machine.ts';
import type { CallEvent, Event, Helper, Json, Machine, Summary } from '../../engine/model.ts';
import { execute } from '../../engine/run/execute.ts';
import { initialMachine, newTask, type World } from '../../engine/setup/world.ts';
import { err, ok, type Result } from '../../lib/result.ts';
import { printEvent } from '../../notation/text/print.ts';
import { canonicalise } from '../kernel-space/canonical-state.ts';
import { type SearchScope, tasksOf } from '../kernel-space/scope.ts';
import { isViolationOf, type Property } from '../queries/property.ts';
import { createInterner } from '../search/interner.ts';
import { NotTabulable, restrictSimulation } from './restricted-simulation.ts';

/** What an architecture does, as a finite automaton: each step from each state, in every situation that it can tell apart. */
export interface Automaton {
  /** What each state is, in words; the first is the one at the start. */
  readonly states: readonly string[];
  readonly steps: readonly AutomatonStep[];
  /** Whether something is held back for the running task: a step that is `broken` where it is. */
  readonly pending: AutomatonStep;
}

export interface AutomatonStep {
  /** A word of Promela: `set_k1`, `arch_enter`, `switch_to_B`, `switch_B_on_1`. */
  readonly name: string;
  readonly comment: string;
  /** What it can depend on beside the state, each a question with yes and no. */
  readonly columns: readonly TableColumn[];
  /** By state, and by answers: bit n is that of column n. Nothing where it never comes to that. */
  readonly rows: readonly (readonly (StepOutcome | undefined)[])[];
}

export interface TableColumn {
  readonly yes: string;
  readonly no: string;
}

/** Where a step leads. */
export interface StepOutcome {
  /** -1: to a state beyond the table. */
  readonly to: number;
  /** What is asked about breaks. */
  readonly broken: boolean;
  /** A BUG of the architecture. */
  readonly bug: boolean;
  /** The callback returned at once. */
  readonly ignored: boolean;
  /** The switch does not happen. */
  readonly refused: boolean;
  /** A switch made a callback. */
  readonly callsBack: boolean;
}

/** The most states; an architecture that has more needs a smaller batch or fewer pages. */
export const MAX_TABLE_STATES = 500;

/**
 * How far preemption may be off or on too often within the table. Callbacks that do not take turns move it without an end, and which
 * do is not known before the model is run.
 */
const MIN_PREEMPT_DEPTH = -2;
const MAX_PREEMPT_DEPTH = 3;

/** Who runs where. */
interface Placement {
  /** Of each CPU that was used, the task that runs there. */
  readonly on: readonly (string | null)[];
  readonly here: number;
  /** Of each task, where it runs or last ran. */
  readonly last: readonly (number | null)[];
}

/** How all else looks to an architecture: who runs, in an interrupt or not, and for whom the mode is active. */
interface Environment extends Placement {
  readonly irq: boolean;
  readonly active: readonly string[];
}

interface StepSpec {
  readonly name: string;
  /** null: it is looked at what is held back. */
  readonly event: Event | null;
  readonly columns: readonly (TableColumn & { holds(environment: Environment): boolean })[];
  /** The situations in which it is done where tasks stand so. */
  among(placement: Placement): readonly Environment[];
}

/** The state of an architecture: what of a machine it alone reads and writes. */
type State = { readonly tasks: readonly Json[]; readonly cpus: readonly Json[]; readonly pages: Machine['pages'] };

/**
 * Every step of a world's architecture that a scope can ask for, worked out by the ordinary executor under helpers that do nothing but
 * to call back. The error says why there is no table.
 */
export function buildAutomaton(world: World, scope: SearchScope, property: Property | null): Result<Automaton, string> {
  const tasks = tasksOf(scope);
  const bare = callbackOnlyWorld(world, scope);
  const { needs = [] } = world.simulation;
  if (needs.length > 0 && scope.preempt !== 'none') {
    return err(
      `${world.backend.id} cannot be written with preemption: its context switch calls ${needs.join(' and ')}`,
    );
  }
  const states = createInterner<State>();
  states.numberOf(startOf(bare, scope));
  const specs = listSteps(bare, scope);
  const rows: StepOutcome[][][] = specs.map(() => []);
  // States, and who runs where in them: what cannot be done there is not worked out. Behind a BUG nothing happens any more.
  const waiting = createInterner<{ readonly state: number; readonly standing: Placement }>();
  waiting.numberOf({ state: 0, standing: { on: [FIRST], here: 0, last: tasks.map((_, i) => (i === 0 ? 0 : null)) } });
  try {
    for (let at = 0; at < waiting.size; at++) {
      if (states.size > MAX_TABLE_STATES) return err(tooMany(world));
      const { state, standing: placement } = waiting.get(at);
      for (const [number, spec] of specs.entries()) {
        const table = rows[number] as StepOutcome[][];
        table[state] ??= [];
        for (const environment of spec.among(placement)) {
          const { outcome, stands } = outcomeOf(states.get(state), spec, environment);
          const bits = spec.columns.reduce((sum, { holds }, n) => sum | (holds(environment) ? 1 << n : 0), 0);
          const known = table[state][bits];
          if (known && JSON.stringify(known) !== JSON.stringify(outcome)) {
            throw new NotTabulable(`${spec.name} depends on more than a table has columns for`);
          }
          table[state][bits] = outcome;
          if (outcome.to >= 0 && !outcome.bug) waiting.numberOf({ state: outcome.to, standing: stands });
        }
      }
    }
    const back = specs.findIndex(({ name }) => name === `switch_to_${FIRST}`);
    if (scope.tasks === 1 && rows[back]?.some((own) => own.some(({ refused }) => refused))) {
      return err(`${world.backend.id} cannot be written: a task that does nothing cannot be switched away`);
    }
    const all = Array.from({ length: states.size }, (_, number) => states.get(number));
    return ok({
      states: stateTexts(
        all.map((state) => stateText(bare, state, states.get(0))),
        all,
      ),
      steps: specs.flatMap((spec, at) => (spec.event ? [stepOf(at, all.length)] : [])),
      pending: stepOf(specs.length - 1, all.length),
    });
  } catch (error) {
    if (error instanceof NotTabulable) return err(`${world.backend.id} cannot be written: ${error.message}`);
    throw error;
  }

  function stepOf(at: number, count: number): AutomatonStep {
    const { name, event, columns } = specs[at] as StepSpec;
    const comment = !event ? 'held back' : event.kind === 'call' ? `arch ${event.helper}` : printEvent(event);
    return { name, comment, columns, rows: Array.from({ length: count }, (_, number) => rows[at]?.[number] ?? []) };
  }

  function outcomeOf(state: State, { event }: StepSpec, environment: Environment) {
    const before = machineOf(bare, state, environment);
    const quiet = { bug: false, ignored: false, refused: false, callsBack: false };
    const { on, here, last } = environment;
    if (event === null) {
      const broken = bare.simulation.pending(before, currentOf(before) ?? '') > 0;
      return { outcome: { ...quiet, to: states.numberOf(state), broken }, stands: { on, here, last } };
    }
    const summaries: Summary[] = [];
    const sink = { row: (_path: unknown, _part: unknown, summary: Summary) => void summaries.push(summary) };
    const after = execute(bare, before, [event], 0, sink);
    const tooFar = Object.keys(after.tasks).some((id) => {
      const { depth = 0 } = bare.simulation.preemption(after, id) ?? {};
      return depth < MIN_PREEMPT_DEPTH || depth > MAX_PREEMPT_DEPTH;
    });
    const outcome: StepOutcome = {
      to: tooFar ? -1 : states.numberOf(stateOf(bare, after, scope)),
      bug: after.over !== null,
      broken:
        property !== null &&
        summaries.some(({ findings }) => findings.some((finding) => isViolationOf(property, finding))),
      ignored: summaries.some(({ outcome: how }) => how === 'ignored'),
      refused: summaries.some(({ outcome: how }) => how === 'skipped'),
      callsBack: event.kind === 'switch' && summaries.some(({ callbacks }) => callbacks.length > 0),
    };
    return { outcome, stands: standingOf(after) };
  }
}

const tooMany = ({ backend, setup }: World): string =>
  `${backend.id} has more than ${MAX_TABLE_STATES} states under these events: fewer events on pages, or ${
    setup.capacity === null ? 'a smaller batch, as by --capacity 2' : `a batch of less than ${setup.capacity}`
  }`;

const FIRST = 'A';
const flag = (name: string): Expr => ({ kind: 'field', name });

/** A world whose helpers are its callbacks alone, and whose state is whether the mode is active. */
function callbackOnlyWorld(world: World, scope: SearchScope): World {
  const helpers = new Set(scope.alphabet.flatMap((event) => (event.kind === 'call' ? [event.helper] : [])));
  const callbacks = [...helpers].flatMap((helper) =>
    (world.codes[helper]?.instructions ?? []).flatMap((one) => (one.op === 'callback' ? [one] : [])),
  );
  const codes = callbacks.map(({ name, as }): [string, Code] => [
    name,
    {
      ...{ helper: name, listing: [], statements: 1 },
      instructions: [{ op: 'callback', number: 1, name, as }, { op: 'return' }],
    },
  ]);
  const fields = ['active', 'here'].map((name) => ({ name, type: 'bool', label: name, short: name }) as const);
  const active = { name: 'active', task: flag('active'), here: flag('here') };
  const { revision } = world;
  return {
    ...world,
    simulation: restrictSimulation(world.simulation),
    revision: { ...revision, fields, active: revision.active && active },
    codes: Object.fromEntries(codes),
    active: world.active && { task: { kind: 'field', name: 'active' }, here: { kind: 'field', name: 'here' } },
  };
}

/** Everything that an architecture is asked to do in a scope; last, what it holds back. */
function listSteps(bare: World, scope: SearchScope): StepSpec[] {
  const { alphabet, interrupts, cpus } = scope;
  const tasks = tasksOf(scope);
  const acts = ({ on, here }: Placement) => tasks.indexOf(on[here] ?? '') < scope.tasks;
  const actives = (ids: readonly string[]) => (bare.active ? ids.map((id) => [[], [id]]) : []);
  const irqs = interrupts === 'none' ? [false] : [false, true];
  const runs = (task: string) => (one: Placement) => one.on[one.here] === task;
  const placement = [
    ...(tasks.length > 1 ? [column('current == B', 'current == A', runs('B'))] : []),
    ...(cpus === 1
      ? tasks.slice(1).map(() => column('b_ran', '!b_ran', ({ last }) => last[1] !== null))
      : onTwoCpus(tasks)),
  ];
  const here = [
    ...placement,
    ...(interrupts === 'none' ? [] : [column('in_irq', '!in_irq', ({ irq }) => irq)]),
    ...(bare.active
      ? [column('is_active', '!is_active', ({ active, ...one }) => active.includes(one.on[one.here] ?? ''))]
      : []),
  ];
  const byRunning = (one: Placement): Environment[] => {
    if (!acts(one)) return [];
    const [own = [[]]] = actives([one.on[one.here] ?? '']);
    return irqs.flatMap((irq) => own.map((active) => ({ ...one, irq, active })));
  };
  const callbacks = Object.keys(bare.codes).map((name): CallEvent => ({ kind: 'call', helper: name as Helper }));
  const events = alphabet.filter(({ kind }) => kind === 'page' || kind === 'tlb');
  const ofTasks = bare.active
    ? tasks.map((task) => column(`active_of_${task}`, `!active_of_${task}`, ({ active }) => active.includes(task)))
    : [];
  const switchOf = (name: string, event: Event & { kind: 'switch' }): StepSpec => ({
    ...{ name, event, columns: [...placement, ...ofTasks] },
    among(one) {
      if (one.on[one.here] === event.task && (event.cpu ?? one.here) === one.here) return [];
      const [first = [[]], second = [[]]] = actives(tasks);
      return first.flatMap((a) => second.map((b) => ({ ...one, irq: false, active: [...a, ...b] })));
    },
  });
  return [
    ...events.map((event) => ({ name: promelaWord(printEvent(event)), event, columns: here, among: byRunning })),
    ...callbacks.map((event) => ({ name: `arch_${event.helper}`, event, columns: here, among: byRunning })),
    ...(scope.preempt === 'none'
      ? []
      : tasks.flatMap((task) =>
          cpus === 1
            ? [switchOf(`switch_to_${task}`, { kind: 'switch', task })]
            : [0, 1].map((cpu) => switchOf(`switch_${task}_on_${cpu}`, { kind: 'switch', task, cpu })),
        )),
    { name: 'pending', event: null, columns: here, among: byRunning },
  ];
}

/** What says who runs where on two CPUs: the variables of a model. */
const onTwoCpus = (tasks: readonly string[]) => [
  column('here == 1', 'here == 0', ({ here }) => here === 1),
  column('cpu_1_used', '!cpu_1_used', ({ on }) => on.length > 1),
  ...[0, 1].map((cpu) => column(`on_${cpu} == NOBODY`, `on_${cpu} != NOBODY`, ({ on }) => (on[cpu] ?? null) === null)),
  ...tasks.map((task, i) => column(`last_of_${task} == 1`, `last_of_${task} != 1`, ({ last }) => last[i] === 1)),
  ...tasks.slice(1).map(() => column('last_of_B == NEVER', 'last_of_B != NEVER', ({ last }) => last[1] === null)),
];

const column = (yes: string, no: string, holds: (environment: Environment) => boolean) => ({ yes, no, holds });

/** `set_k1` for `set k1`. */
export const promelaWord = (printed: string): string => printed.replace(/\W+/g, '_');

/** A section is open for whoever runs: what else a rule about stores needs to know the model itself looks at. */
const OPEN = { enables: [{ times: 1, effective: true }], pauses: [] };

function machineOf(bare: World, state: State, { on, here, last, irq, active }: Environment): Machine {
  const tasks = state.tasks.map((arch, index) => {
    const id = index === 0 ? FIRST : 'B';
    const is = active.includes(id) ? 1 : 0;
    const task = newTask(bare, 'm1', last[index] ?? null);
    return [id, { ...task, arch, fields: { active: is, here: is }, openCalls: OPEN }] as const;
  });
  const found = { fields: {}, active: null, entered: false };
  const interrupts = irq ? [{ kind: 'irq', openCalls: OPEN, found } as const] : [];
  return {
    tasks: Object.fromEntries(tasks),
    cpus: on.map((current, cpu) => ({
      current,
      interrupts: cpu === here ? interrupts : [],
      arch: state.cpus[cpu] ?? null,
    })),
    ...{ here, pages: state.pages, once: [], over: null },
  };
}

const standingOf = ({ tasks, cpus, here }: Machine): Placement => ({
  on: cpus.map(({ current }) => current),
  here,
  last: Object.values(tasks).map(({ cpu }) => cpu),
});

function startOf(bare: World, scope: SearchScope): State {
  const start = initialMachine(bare);
  const others = tasksOf(scope)
    .slice(1)
    .map((id) => [id, newTask(bare, 'm1', null)] as const);
  return stateOf(bare, { ...start, tasks: { ...start.tasks, ...Object.fromEntries(others) } }, scope);
}

/** Values by their order, as the explorer tells states apart. A CPU that was not used yet is as it will be then. */
function stateOf(bare: World, machine: Machine, scope: SearchScope): State {
  const { tasks, cpus, pages } = canonicalise(machine, new Set(), AS_THEY_ARE).template;
  return {
    tasks: Object.values(tasks).map(({ arch }) => arch),
    cpus: Array.from({ length: scope.cpus }, (_, cpu) => cpus[cpu]?.arch ?? bare.simulation.cpu),
    pages,
  };
}

const AS_THEY_ARE = Uint8Array.from({ length: 256 }, (_, value) => value);

/** What differs from the start: registers, and each page in memory, in the hardware, and waiting. */
function stateText(bare: World, state: State, start: State): string {
  const { simulation, setup } = bare;
  const machines = [state, start].map((one) => machineOf(bare, one, standingFor(one)));
  const [machine, before] = machines as [Machine, Machine];
  const registers = Object.keys(machine.tasks).map((task) => {
    const usual = simulation.registers(before, task, setup.capacity);
    return simulation
      .registers(machine, task, setup.capacity)
      .filter(({ value }, i) => value !== usual[i]?.value)
      .map(({ name, value }) => `${name} ${value}`)
      .join(', ');
  });
  const [first = '', second = first] = registers;
  const pages = pagesIn(machine).map(([id, { memory, hardware }]) => {
    const held = simulation.describePending(machine, id);
    return `${id} in memory ${pteText(memory)}, translation ${pteText(hardware)}${held === null ? '' : `, ${held}`}`;
  });
  const own = second === first ? [first] : [first && `A: ${first}`, second && `B: ${second}`];
  return [...own, ...pages].filter((part) => part !== '').join('; ');
}

/** Words for each state; where those of several are the same, with what the architecture keeps to tell them apart. */
function stateTexts(words: readonly string[], states: readonly State[]): string[] {
  return words.map((one, number) => {
    const { tasks = [], cpus = [] } = states[number] ?? {};
    const apart = words.indexOf(one) !== words.lastIndexOf(one);
    return [one || 'at rest', ...(apart ? [JSON.stringify([...tasks, ...cpus])] : [])].join('; ');
  });
}

/** For words: task A on CPU 0, and B on the last. */
const standingFor = ({ tasks, cpus }: State): Environment => ({
  on: cpus.map((_, cpu) => (cpu === 0 ? FIRST : tasks[1] === undefined ? null : 'B')),
  here: 0,
  last: tasks.map((_, i) => (i === 0 ? 0 : cpus.length - 1)),
  ...{ irq: false, active: [] },
});
