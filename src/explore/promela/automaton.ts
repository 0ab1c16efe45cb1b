import type { Code } from '../../engine/compile.ts';
import { execute } from '../../engine/execute.ts';
import { pagesIn } from '../../engine/machine.ts';
import type { CallEvent, Event, Helper, Json, Machine, Summary } from '../../engine/model.ts';
import { pteText } from '../../engine/pages.ts';
import type { Expr } from '../../engine/statements.ts';
import { initialMachine, newTask, type World } from '../../engine/world.ts';
import { err, ok, type Result } from '../../lib/result.ts';
import { printEvent } from '../../notation/print.ts';
import { internerOf } from '../interner.ts';
import { partsOf } from '../normal.ts';
import { answers, type Question } from '../question.ts';
import { type Scope, tasksIn } from '../scope.ts';
import { closed, NotInTable } from './closed.ts';

/** What an architecture does, as a finite automaton: each step from each state, in every situation that it can tell apart. */
export interface Automaton {
  /** What each state is, in words; the first is the one at the start. */
  readonly states: readonly string[];
  readonly steps: readonly Step[];
  /** Whether something is held back for a task, by state and task. */
  readonly pending: readonly (readonly boolean[])[];
}

export interface Step {
  /** A word of Promela: `set_k1`, `arch_enter`, `switch_to_B`. */
  readonly name: string;
  readonly says: string;
  /** What it can depend on beside the state, each a question with yes and no. */
  readonly columns: readonly Column[];
  /** By state, and by answers: bit n is that of column n. Nothing where it never comes to that. */
  readonly rows: readonly (readonly (Outcome | undefined)[])[];
}

export interface Column {
  readonly yes: string;
  readonly no: string;
}

/** Where a step leads. */
export interface Outcome {
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
export const MOST_STATES = 500;

/**
 * How far preemption may be off or on too often within the table. Callbacks that do not take turns move it without an end, and which
 * do is not known before the model is run.
 */
const SHALLOWEST = -2;
const DEEPEST = 3;

/** How the helpers' state looks to an architecture: whether the mode is active for a task, and for the code that runs. */
interface Situation {
  readonly current: string;
  /** Whether task B has run. */
  readonly ran: boolean;
  readonly irq: boolean;
  /** Tasks whose mode is active. */
  readonly active: readonly string[];
}

interface Standing extends Pick<Situation, 'current' | 'ran'> {
  readonly state: number;
}

interface Doing {
  readonly name: string;
  readonly event: Event;
  readonly columns: readonly (Column & { apply(situation: Situation): Situation })[];
  readonly from: Situation;
}

/** The state of an architecture: what of a machine it alone reads and writes. */
type State = { readonly tasks: readonly Json[]; readonly cpus: readonly Json[]; readonly pages: Machine['pages'] };

/**
 * Every step of a world's architecture that a scope can ask for, worked out by the ordinary executor under helpers that do nothing but
 * to call back. The error says why there is no table.
 */
export function automatonOf(world: World, scope: Scope, asked: Question | null): Result<Automaton, string> {
  const tasks = tasksIn(scope);
  const bare = bareWorld(world, scope);
  const { needs = [] } = world.simulation;
  if (needs.length > 0 && scope.preempt !== 'none') {
    return err(
      `${world.backend.id} cannot be written with preemption: its context switch calls ${needs.join(' and ')}`,
    );
  }
  const states = internerOf<State>();
  states.numberOf(startOf(bare, tasks));
  const doings = doingsIn(bare, scope);
  const rows: Outcome[][][] = doings.map(() => []);
  // A state, and who runs in it: what a task does that cannot run there is not worked out. Behind a BUG nothing happens any more.
  const waiting = internerOf<Standing>();
  waiting.numberOf({ state: 0, current: FIRST, ran: false });
  try {
    for (let at = 0; at < waiting.size; at++) {
      if (states.size > MOST_STATES) return err(tooMany(world));
      const { state, current, ran } = waiting.get(at);
      doings.forEach((doing, number) => {
        const own = (rows[number] as Outcome[][])[state] ?? [];
        (rows[number] as Outcome[][])[state] = own;
        combinationsOf(doing).forEach((situation, bits) => {
          if (situation.current !== current || situation.ran !== ran) return;
          const outcome = outcomeOf(states.get(state), doing, situation);
          own[bits] = outcome;
          if (outcome.to < 0 || outcome.bug) return;
          const next = doing.event.kind === 'switch' && !outcome.refused ? doing.event.task : current;
          waiting.numberOf({ state: outcome.to, current: next, ran: ran || next !== FIRST });
        });
      });
    }
    const back = doings.findIndex(({ name }) => name === `switch_to_${FIRST}`);
    if (scope.tasks === 1 && rows[back]?.some((own) => own.some(({ refused }) => refused))) {
      return err(`${world.backend.id} cannot be written: a task that does nothing cannot be switched away`);
    }
    const all = Array.from({ length: states.size }, (_, number) => states.get(number));
    return ok({
      states: told(
        all.map((state) => wordsOf(bare, state, states.get(0))),
        all,
      ),
      steps: doings.map(({ name, event, columns }, at) => ({
        ...{ name, columns, rows: all.map((_, number) => rows[at]?.[number] ?? []) },
        says: event.kind === 'call' ? `arch ${event.helper}` : printEvent(event),
      })),
      pending: all.map((state) => tasks.map((task) => isPending(bare, state, task))),
    });
  } catch (error) {
    if (error instanceof NotInTable) return err(`${world.backend.id} cannot be written: ${error.message}`);
    throw error;
  }

  function outcomeOf(state: State, { event }: Doing, situation: Situation): Outcome {
    const summaries: Summary[] = [];
    const sink = { row: (_path: unknown, _part: unknown, summary: Summary) => void summaries.push(summary) };
    const after = execute(bare, machineOf(bare, state, situation), [event], 0, sink);
    const tooFar = Object.keys(after.tasks).some((id) => {
      const { depth = 0 } = bare.simulation.preemption(after, id) ?? {};
      return depth < SHALLOWEST || depth > DEEPEST;
    });
    const bug = after.over !== null;
    const known = tooFar ? -1 : states.numberOf(stateOf(after));
    return {
      ...{ to: known, bug },
      broken: asked !== null && summaries.some(({ findings }) => findings.some((finding) => answers(asked, finding))),
      ignored: summaries.some(({ outcome }) => outcome === 'ignored'),
      refused: summaries.some(({ outcome }) => outcome === 'skipped'),
      callsBack: event.kind === 'switch' && summaries.some(({ callbacks }) => callbacks.length > 0),
    };
  }
}

/**
 * Whether switches among two CPUs leave an architecture as it was that does nothing on one: whoever runs where, and whether the
 * mode is active for nobody or for all.
 */
export function isIdleOnCpus(world: World, scope: Scope): boolean {
  const bare = bareWorld(world, scope);
  const tasks = tasksIn(scope);
  const start = machineOf(bare, startOf(bare, tasks), START);
  const events = tasks.flatMap((task) => [0, 1].map((cpu): Event => ({ kind: 'switch', task, cpu })));
  const own = ({ tasks: all, cpus, over }: Machine) =>
    JSON.stringify([
      Object.values(all).map(({ arch }) => arch),
      [...new Set(cpus.map(({ arch }) => JSON.stringify(arch)))],
      over,
    ]);
  return [0, 1].every((on) => {
    const machines = internerOf<Machine>();
    const fields = { active: on, here: on };
    const all = Object.entries(start.tasks).map(([id, task]) => [id, { ...task, fields }]);
    machines.numberOf({ ...start, tasks: Object.fromEntries(all) });
    for (let number = 0; number < machines.size; number++) {
      for (const event of events) {
        const after = execute(bare, machines.get(number), [event], 0, { row: () => undefined });
        if (own(after) !== own(start)) return false;
        machines.numberOf(after);
      }
    }
    return true;
  });
}

const tooMany = ({ backend, setup }: World): string =>
  `${backend.id} has more than ${MOST_STATES} states under these events: fewer events on pages, or ${
    setup.capacity === null ? 'a smaller batch, as by --capacity 2' : `a batch of less than ${setup.capacity}`
  }`;

function isPending(bare: World, state: State, current: string): boolean {
  const [outside, inside] = [false, true].map((irq) => {
    const machine = machineOf(bare, state, { current, ran: current !== FIRST, irq, active: [] });
    return bare.simulation.pending(machine, current) > 0;
  });
  if (outside !== inside) throw new NotInTable('what is held back depends on whether an interrupt runs');
  return outside === true;
}

const FIRST = 'A';
const flag = (name: string): Expr => ({ kind: 'field', name });

/** A world whose helpers are its callbacks alone, and whose state is whether the mode is active. */
function bareWorld(world: World, scope: Scope): World {
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
    simulation: closed(world.simulation),
    revision: { ...revision, fields, active: revision.active && active },
    codes: Object.fromEntries(codes),
    active: world.active && { task: { kind: 'field', name: 'active' }, here: { kind: 'field', name: 'here' } },
  };
}

/** Everything that an architecture is asked to do in a scope. */
function doingsIn(bare: World, scope: Scope): Doing[] {
  const { alphabet, interrupts } = scope;
  const tasks = tasksIn(scope);
  const from = START;
  const ran = column('b_ran', '!b_ran', (one) => ({ ...one, ran: true }));
  const here = [
    ...(scope.tasks === 2
      ? [column('current == B', 'current == A', (one) => ({ ...one, current: 'B', ran: true }))]
      : []),
    ...(tasks.length > 1 ? [ran] : []),
    ...(interrupts === 'none' ? [] : [column('in_irq', '!in_irq', (one) => ({ ...one, irq: true }))]),
    ...(bare.active ? [column('is_active', '!is_active', (one) => ({ ...one, active: [one.current] }))] : []),
  ];
  const callbacks = Object.keys(bare.codes).map((name): CallEvent => ({ kind: 'call', helper: name as Helper }));
  const events = alphabet.filter(({ kind }) => kind === 'page' || kind === 'tlb');
  const isActive = (task: string) =>
    column(`active_of_${task}`, `!active_of_${task}`, (one) => ({ ...one, active: [...one.active, task] }));
  const switches = tasks.length < 2 ? [] : tasks;
  return [
    ...events.map((event) => ({ name: wordOf(printEvent(event)), event, columns: here, from })),
    ...callbacks.map((event) => ({ name: `arch_${event.helper}`, event, columns: here, from })),
    ...switches.map((task): Doing => {
      const current = tasks.find((other) => other !== task) ?? '';
      return {
        ...{ name: `switch_to_${task}`, event: { kind: 'switch', task } },
        columns: [...(task === FIRST ? [] : [ran]), ...(bare.active ? tasks.map(isActive) : [])],
        from: { ...from, current, ran: current !== FIRST },
      };
    }),
  ];
}

const column = (yes: string, no: string, apply: (situation: Situation) => Situation) => ({ yes, no, apply });

/** `set_k1` for `set k1`. */
export const wordOf = (printed: string): string => printed.replace(/\W+/g, '_');

/** The situations of a step: bit n of the place says what column n answers. */
const combinationsOf = ({ columns, from }: Doing): Situation[] =>
  Array.from({ length: 2 ** columns.length }, (_, bits) =>
    columns.reduce((situation, { apply }, n) => ((bits >> n) & 1 ? apply(situation) : situation), from),
  );

/** A section is open for whoever runs: what else a rule about stores needs to know the model itself looks at. */
const OPEN = { enables: [{ times: 1, effective: true }], pauses: [] };

function machineOf(bare: World, state: State, { current, ran, irq, active }: Situation): Machine {
  const tasks = state.tasks.map((arch, index) => {
    const id = index === 0 ? FIRST : 'B';
    const on = active.includes(id) ? 1 : 0;
    const task = newTask(bare, 'm1', index === 0 || ran ? 0 : null);
    return [id, { ...task, arch, fields: { active: on, here: on }, book: OPEN }] as const;
  });
  const found = { fields: {}, active: null, entered: false };
  const interrupts = irq ? [{ kind: 'irq', book: OPEN, found } as const] : [];
  return {
    tasks: Object.fromEntries(tasks),
    cpus: state.cpus.map((arch) => ({ current, interrupts, arch })),
    ...{ here: 0, pages: state.pages, once: [], over: null },
  };
}

function startOf(bare: World, tasks: readonly string[]): State {
  const start = initialMachine(bare);
  const others = tasks.slice(1).map((id) => [id, newTask(bare, 'm1', null)] as const);
  return stateOf({ ...start, tasks: { ...start.tasks, ...Object.fromEntries(others) } });
}

/** Values by their order, as the explorer tells states apart. */
function stateOf(machine: Machine): State {
  const { tasks, cpus, pages } = partsOf(machine, new Set(), AS_THEY_ARE).template;
  return { tasks: Object.values(tasks).map(({ arch }) => arch), cpus: cpus.map(({ arch }) => arch), pages };
}

const AS_THEY_ARE = Uint8Array.from({ length: 256 }, (_, value) => value);

/** What differs from the start: registers, and each page in memory, in the hardware, and waiting. */
function wordsOf(bare: World, state: State, start: State): string {
  const { simulation, setup } = bare;
  const machines = [state, start].map((one) => machineOf(bare, one, { ...START, ran: one.tasks.length > 1 }));
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
    const held = simulation.held(machine, id);
    return `${id} in memory ${pteText(memory)}, translation ${pteText(hardware)}${held === null ? '' : `, ${held}`}`;
  });
  const own = second === first ? [first] : [first && `A: ${first}`, second && `B: ${second}`];
  return [...own, ...pages].filter((part) => part !== '').join('; ');
}

/** Words for each state; where those of several are the same, with what the architecture keeps to tell them apart. */
function told(words: readonly string[], states: readonly State[]): string[] {
  return words.map((one, number) => {
    const { tasks = [], cpus = [] } = states[number] ?? {};
    const apart = words.indexOf(one) !== words.lastIndexOf(one);
    return [one || 'at rest', ...(apart ? [JSON.stringify([...tasks, ...cpus])] : [])].join('; ');
  });
}

const START: Situation = { current: FIRST, ran: false, irq: false, active: [] };
