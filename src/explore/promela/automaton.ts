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

/** An architecture as a finite automaton: every step from every state, in every environment that it can distinguish. */
export interface Automaton {
  /** A description per state; the first is the initial state. */
  readonly states: readonly string[];
  readonly steps: readonly AutomatonStep[];
  /** Whether updates are pending for the running task, as a step that is `broken` where they are. */
  readonly pending: AutomatonStep;
}

export interface AutomatonStep {
  /** An identifier of Promela: `set_k1`, `arch_enter`, `switch_to_B`, `switch_B_on_1`. */
  readonly name: string;
  readonly comment: string;
  /** What the step can depend on besides the state, as yes/no conditions. */
  readonly columns: readonly TableColumn[];
  /**
   * Outcome by state and column values: bit n is the value of column n. undefined for combinations that never occur.
   */
  readonly rows: readonly (readonly (StepOutcome | undefined)[])[];
}

export interface TableColumn {
  readonly yes: string;
  readonly no: string;
}

/** Where a step leads. */
export interface StepOutcome {
  /** -1: to a state outside the table. */
  readonly to: number;
  /** The step violates the property. */
  readonly broken: boolean;
  /** The architecture hits a BUG. */
  readonly bug: boolean;
  /** The callback returned at once. */
  readonly ignored: boolean;
  /** The switch was refused. */
  readonly refused: boolean;
  /** The switch made a callback. */
  readonly callsBack: boolean;
}

/** Maximum number of states; beyond it, a smaller batch size or fewer pages are needed. */
export const MAX_TABLE_STATES = 500;

/**
 * Range of preemption depths in a table. Callbacks that do not alternate can leave any range, and only a run of the
 * model shows which do.
 */
const MIN_PREEMPT_DEPTH = -2;
const MAX_PREEMPT_DEPTH = 3;

/** Which task runs on which CPU. */
interface Placement {
  /** Running task per used CPU. */
  readonly on: readonly (string | null)[];
  readonly here: number;
  /** CPU per task, current or last. */
  readonly last: readonly (number | null)[];
}

/** Everything else that an architecture sees: who runs, whether in an interrupt, and for whom the mode is active. */
interface Environment extends Placement {
  readonly irq: boolean;
  readonly active: readonly string[];
}

interface StepSpec {
  readonly name: string;
  /** null for the step that tests whether updates are pending. */
  readonly event: Event | null;
  readonly columns: readonly (TableColumn & { holds(environment: Environment): boolean })[];
  /** Environments in which the step is possible, given where tasks run. */
  among(placement: Placement): readonly Environment[];
}

/** State of an architecture: the part of a machine that only it reads and writes. */
type State = { readonly tasks: readonly Json[]; readonly cpus: readonly Json[]; readonly pages: Machine['pages'] };

/**
 * Tabulates every step of a world's architecture that a scope can need. The simulator executes them under helpers that
 * only make callbacks. The error says why there is no table.
 */
export function buildAutomaton(world: World, scope: SearchScope, property: Property | null): Result<Automaton, string> {
  const tasks = tasksOf(scope);
  const bare = callbackOnlyWorld(world, scope);
  const { needs = [] } = world.simulation;
  if (needs.length > 0 && scope.preempt !== 'none') {
    return err(
      `${world.backend.id} cannot be modelled with preemption: its context switch calls ${needs.join(' and ')}`,
    );
  }
  const states = createInterner<State>();
  states.numberOf(startOf(bare, scope));
  const specs = listSteps(bare, scope);
  const rows: StepOutcome[][][] = specs.map(() => []);
  // Pairs of state and placement, so that impossible steps are not computed. Nothing follows a BUG.
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
            throw new NotTabulable(`${spec.name} depends on more than the columns of a table`);
          }
          table[state][bits] = outcome;
          if (outcome.to >= 0 && !outcome.bug) waiting.numberOf({ state: outcome.to, standing: stands });
        }
      }
    }
    const back = specs.findIndex(({ name }) => name === `switch_to_${FIRST}`);
    if (scope.tasks === 1 && rows[back]?.some((own) => own.some(({ refused }) => refused))) {
      return err(`${world.backend.id} cannot be modelled: it refuses to switch an idle task away`);
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
    if (error instanceof NotTabulable) return err(`${world.backend.id} cannot be modelled: ${error.message}`);
    throw error;
  }

  function stepOf(at: number, count: number): AutomatonStep {
    const { name, event, columns } = specs[at] as StepSpec;
    const comment = !event ? 'pending' : event.kind === 'call' ? `arch ${event.helper}` : printEvent(event);
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
  `${backend.id} has more than ${MAX_TABLE_STATES} states with these events: use fewer page events, or ${
    setup.capacity === null ? 'a smaller batch size, such as --capacity 2' : `a batch size below ${setup.capacity}`
  }`;

const FIRST = 'A';
const flag = (name: string): Expr => ({ kind: 'field', name });

/** Creates a world whose helpers are bare callbacks, and whose only state is whether the mode is active. */
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

/** Lists every step of an architecture in a scope; the last one tests for pending updates. */
function listSteps(bare: World, scope: SearchScope): StepSpec[] {
  const { alphabet, interrupts, cpus } = scope;
  const tasks = tasksOf(scope);
  const runsTask = ({ on, here }: Placement) => tasks.indexOf(on[here] ?? '') < scope.tasks;
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
    if (!runsTask(one)) return [];
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

/** Columns for where tasks run on two CPUs, as variables of a model. */
const onTwoCpus = (tasks: readonly string[]) => [
  column('here == 1', 'here == 0', ({ here }) => here === 1),
  column('cpu_1_used', '!cpu_1_used', ({ on }) => on.length > 1),
  ...[0, 1].map((cpu) => column(`on_${cpu} == NOBODY`, `on_${cpu} != NOBODY`, ({ on }) => (on[cpu] ?? null) === null)),
  ...tasks.map((task, i) => column(`last_of_${task} == 1`, `last_of_${task} != 1`, ({ last }) => last[i] === 1)),
  ...tasks.slice(1).map(() => column('last_of_B == NEVER', 'last_of_B != NEVER', ({ last }) => last[1] === null)),
];

const column = (yes: string, no: string, holds: (environment: Environment) => boolean) => ({ yes, no, holds });

/** Turns `set k1` into `set_k1`. */
export const promelaWord = (printed: string): string => printed.replace(/\W+/g, '_');

/** The running task has an open section. Whatever else rules about stores need, the model itself tracks. */
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

/** Numbers values by order, as the explorer does. A CPU that has not been used is in its initial state. */
function stateOf(bare: World, machine: Machine, scope: SearchScope): State {
  const { tasks, cpus, pages } = canonicalise(machine, new Set(), AS_THEY_ARE).template;
  return {
    tasks: Object.values(tasks).map(({ arch }) => arch),
    cpus: Array.from({ length: scope.cpus }, (_, cpu) => cpus[cpu]?.arch ?? bare.simulation.cpu),
    pages,
  };
}

const AS_THEY_ARE = Uint8Array.from({ length: 256 }, (_, value) => value);

/** Describes what differs from the initial state: registers, and each page in memory, in hardware, and pending. */
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

/** Describes each state; where descriptions coincide, adds the raw state to distinguish them. */
function stateTexts(words: readonly string[], states: readonly State[]): string[] {
  return words.map((one, number) => {
    const { tasks = [], cpus = [] } = states[number] ?? {};
    const isAmbiguous = words.indexOf(one) !== words.lastIndexOf(one);
    return [one || 'at rest', ...(isAmbiguous ? [JSON.stringify([...tasks, ...cpus])] : [])].join('; ');
  });
}

/** Placement for descriptions: task A on CPU 0, B on the last. */
const standingFor = ({ tasks, cpus }: State): Environment => ({
  on: cpus.map((_, cpu) => (cpu === 0 ? FIRST : tasks[1] === undefined ? null : 'B')),
  here: 0,
  last: tasks.map((_, i) => (i === 0 ? 0 : cpus.length - 1)),
  ...{ irq: false, active: [] },
});
