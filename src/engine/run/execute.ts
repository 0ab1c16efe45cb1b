import { assert, assertNever } from '../../lib/assert.ts';
import type { Reaction } from '../backends/backend.ts';
import { contextOf, cpuOf, currentOf, interruptOf, taskOf, withCpu, withTask } from '../machine.ts';
import type { Event, Machine, PageEvent, Program, TaskId } from '../model.ts';
import { newTask, restingState, type World } from '../setup/world.ts';
import { type BlockRunner, resumeCall, startCall } from './call.ts';
import { applyReaction, siteOf } from './reaction.ts';
import {
  beginRow,
  emptyRow,
  finishRow,
  judgeRules,
  needsTask,
  type Run,
  reportMoment,
  type Sink,
} from './row-recorder.ts';
import { bodiesOf, isSilent } from './rows.ts';
import { giveCpu, giveUpCpu } from './switching.ts';

/**
 * Executes the event at `index` of the program, everything inside it, and the calls that it resumes. Runs, step details and the
 * explorer all execute events here.
 */
export function execute(world: World, machine: Machine, program: Program, index: number, sink: Sink): Machine {
  const event = program[index];
  if (!event || machine.over !== null) return machine;
  const run = runFrom(world, machine, program, sink);
  runEvent(run, event, [index]);
  return run.machine;
}

/** Begins an interrupt: the first half of `irq { }`. Does nothing if softirqs are disabled or no task runs. */
export function executeBegin(world: World, machine: Machine, kind: 'irq' | 'softirq', sink: Sink): Machine {
  const id = currentOf(machine);
  if (id === null || machine.over !== null || (kind === 'softirq' && areSoftirqsOff(machine, id))) return machine;
  const run = runFrom(world, machine, [], sink);
  beginInterrupt(run, kind, id);
  finishRow(run, [0], 0, 'done');
  return run.machine;
}

/** Ends the innermost interrupt: the second half of `irq { }`. */
export function executeEnd(world: World, machine: Machine, sink: Sink): Machine {
  const run = runFrom(world, machine, [], sink);
  const id = currentOf(machine);
  assert(id !== null && interruptOf(machine), 'no interrupt to end');
  endInterrupt(run, id);
  finishRow(run, [0], 1, 'done');
  return run.machine;
}

/** Resumes the innermost call of the running task; `program` has its event at the path of the call. */
export function executeRest(world: World, machine: Machine, program: Program, sink: Sink): Machine {
  const run = runFrom(world, machine, program, sink);
  const id = currentOf(machine);
  assert(id !== null, 'no task runs whose call could go on');
  resumeCall(run, id, BLOCK_RUNNER);
  return run.machine;
}

const runFrom = (world: World, machine: Machine, program: Program, sink: Sink): Run => ({
  world,
  program,
  sink,
  machine,
  rest: machine,
  row: emptyRow(machine),
});

function runEvents(run: Run, events: readonly Event[], at: readonly number[]): void {
  for (let i = 0; i < events.length && run.machine.over === null; i++) {
    runEvent(run, events[i] as Event, [...at, i]);
  }
}

function runEvent(run: Run, event: Event, path: readonly number[]): void {
  const id = currentOf(run.machine);
  if (isSilent(event)) {
    if (event.kind === 'task' && !event.off) declareTask(run, event.task, event.mm);
    return skip(run, event, path, 'silent', null);
  }
  if (id === null && needsTask(event))
    return skip(run, event, path, 'skipped', `no task runs on CPU ${run.machine.here}`);
  if (event.kind === 'switch') return runSwitch(run, event, path);
  if (id === null) return;
  switch (event.kind) {
    case 'call':
      return startCall(run, event, path, id, BLOCK_RUNNER);
    case 'page':
      return runPage(run, event, path, id);
    case 'tlb':
      return runTlb(run, event, path, id);
    case 'irq':
    case 'softirq':
      return runInterrupt(run, event, path, id);
    case 'bh':
      return runBottomHalves(run, event, path, id);
    case 'sleep':
      beginRow(run);
      judgeRules(run, { at: 'sleep' });
      reportMoment(run, 'act', null, () => 'may sleep here');
      return finishRow(run, path, 0, 'done');
    case 'exit':
      return runExit(run, event, path, id);
    case 'note':
    case 'task':
      return;
    default:
      assertNever(event);
  }
}

const BLOCK_RUNNER: BlockRunner = {
  run: runEvents,
  skip: (run, events, path, why) => skipBody(run, events, path, 'skipped', why),
};

function runTlb(run: Run, { op }: Event & { kind: 'tlb' }, path: readonly number[], id: TaskId): void {
  beginRow(run);
  const reaction = run.world.simulation.tlb(op, siteOf(run, id));
  applyHere(run, reaction, id, op);
  run.row.result = reaction.result ?? null;
  reportMoment(run, 'act', null, () => op);
  finishRow(run, path, 0, 'done');
}

/** Applies what the architecture did for the running code. */
const applyHere = (run: Run, reaction: Reaction, task: TaskId, where: string) =>
  applyReaction(run, reaction, { by: contextOf(run.machine), cpu: run.machine.here, task, where, statement: null });

function runPage(run: Run, event: PageEvent, path: readonly number[], id: TaskId): void {
  beginRow(run);
  const results = new Set<string>();
  for (let index = event.page.index; index <= (event.to ?? event.page.index); index++) {
    const reaction = run.world.simulation.page(event, index, siteOf(run, id));
    applyHere(run, reaction, id, event.op);
    results.add(reaction.result);
    const page = `${event.page.space === 'kernel' ? 'k' : ''}${index}`;
    if (reaction.batch) judgeRules(run, { at: 'store', ...reaction.batch, page });
    for (const hazard of reaction.hazards ?? []) judgeRules(run, { at: 'hazard', ...hazard });
  }
  run.row.result = [...results].join(', ');
  reportMoment(run, 'act', null, () => run.row.result ?? '');
  finishRow(run, path, 0, 'done');
}

const areSoftirqsOff = (machine: Machine, id: TaskId) => taskOf(machine, id).bhOff > 0 || interruptOf(machine) !== null;

function runInterrupt(run: Run, event: Event & { kind: 'irq' | 'softirq' }, path: readonly number[], id: TaskId): void {
  if (event.kind === 'softirq' && areSoftirqsOff(run.machine, id)) {
    const why = taskOf(run.machine, id).bhOff > 0 ? 'bottom halves are disabled' : 'already in interrupt context';
    return skip(run, event, path, 'skipped', `softirqs are disabled: ${why}`);
  }
  beginInterrupt(run, event.kind, id);
  finishRow(run, path, 0, 'done');
  runEvents(run, event.body, path);
  if (run.machine.over !== null) return;
  endInterrupt(run, id);
  finishRow(run, path, 1, 'done');
}

function beginInterrupt(run: Run, kind: 'irq' | 'softirq', id: TaskId): void {
  beginRow(run);
  const { here } = run.machine;
  const found = { fields: taskOf(run.machine, id).fields, ...restingState(run.world, run.machine, id) };
  const interrupt = { kind, openCalls: { enables: [], pauses: [] }, found };
  run.machine = withCpu(run.machine, here, { interrupts: [...cpuOf(run.machine, here).interrupts, interrupt] });
  judgeRules(run, { at: 'interrupt-begin' });
  reportMoment(run, 'act', null, () => `${kind} begins`);
}

function endInterrupt(run: Run, id: TaskId): void {
  const { here } = run.machine;
  const interrupt = interruptOf(run.machine);
  assert(interrupt, 'no interrupt to end');
  run.machine = withCpu(run.machine, here, { interrupts: cpuOf(run.machine, here).interrupts.slice(0, -1) });
  beginRow(run);
  judgeRules(run, { at: 'interrupt-end', task: id, before: interrupt.found.fields });
  reportMoment(run, 'act', null, () => `${interrupt.kind} ends`);
}

function runBottomHalves(run: Run, event: Event & { kind: 'bh' }, path: readonly number[], id: TaskId): void {
  const { bhOff } = taskOf(run.machine, id);
  if (event.state === 'on' && bhOff === 0) return skip(run, event, path, 'skipped', 'bottom halves are not disabled');
  beginRow(run);
  run.machine = withTask(run.machine, id, { bhOff: bhOff + (event.state === 'off' ? 1 : -1) });
  reportMoment(run, 'act', null, () => `bottom halves ${event.state}`);
  finishRow(run, path, 0, 'done');
}

function runExit(run: Run, event: Event, path: readonly number[], id: TaskId): void {
  if (interruptOf(run.machine)) return skip(run, event, path, 'skipped', 'an interrupt handler cannot exit');
  beginRow(run);
  judgeRules(run, { at: 'exit', task: id });
  run.machine = withTask(run.machine, id, { alive: false });
  giveUpCpu(run, id);
  reportMoment(run, 'act', null, () => `task ${id} exits`);
  finishRow(run, path, 0, 'done');
}

function declareTask(run: Run, id: TaskId, mm: string): void {
  const known = run.machine.tasks[id];
  if (known) run.machine = withTask(run.machine, id, { mm });
  else run.machine = { ...run.machine, tasks: { ...run.machine.tasks, [id]: newTask(run.world, mm, null) } };
}

function runSwitch(run: Run, event: Event & { kind: 'switch' }, path: readonly number[]): void {
  const { task: id } = event;
  const before = run.machine;
  beginRow(run);
  if (interruptOf(run.machine)) return skip(run, event, path, 'skipped', 'an interrupt handler cannot switch tasks');
  if (!run.machine.tasks[id]) declareTask(run, id, 'm1');
  const task = taskOf(run.machine, id);
  if (!task.alive) return skip(run, event, path, 'skipped', `task ${id} has exited`);
  const alreadyHere = currentOf(before) === id;
  const target = event.cpu ?? task.cpu ?? run.machine.here;
  run.machine = withCpus(run.machine, target, run.world);
  const from = cpuOf(run.machine, target).current;
  if (from !== id) {
    const refusal = giveCpu(run, target, id);
    if (refusal) {
      const { clause, values, why } = refusal;
      run.machine = before;
      judgeRules(run, { at: 'switch-refused', clause, values });
      finishRow(run, path, 0, 'skipped', why);
      return;
    }
  }
  run.machine = { ...run.machine, here: target };
  if (run.machine.over !== null) return finishRow(run, path, 0, 'ended');
  reportMoment(run, 'act', null, () => `CPU ${target} runs task ${id}`);
  finishRow(run, path, 0, 'done');
  // A switch to the running task must not resume its call before the block that contains the switch ends.
  if (alreadyHere && from === id) return;
  while (run.machine.over === null && currentOf(run.machine) === id && taskOf(run.machine, id).calls.length > 0) {
    resumeCall(run, id, BLOCK_RUNNER);
  }
}

function withCpus(machine: Machine, index: number, world: World): Machine {
  if (index < machine.cpus.length) return machine;
  const idle = Array.from({ length: index + 1 - machine.cpus.length }, () => ({
    current: null,
    interrupts: [],
    arch: world.simulation.cpu,
  }));
  return { ...machine, cpus: [...machine.cpus, ...idle] };
}

/** Emits the rows of an event that does not happen, and of everything inside it. */
function skip(
  run: Run,
  event: Event,
  path: readonly number[],
  outcome: 'silent' | 'skipped',
  why: string | null,
): void {
  beginRow(run);
  finishRow(run, path, 0, outcome, why);
  bodiesOf(event).forEach((body, block) => {
    skipBody(run, body, event.kind === 'call' ? [...path, block] : path, outcome, why);
    beginRow(run);
    finishRow(run, path, block + 1, 'silent');
  });
}

function skipBody(
  run: Run,
  body: readonly Event[],
  path: readonly number[],
  outcome: 'silent' | 'skipped',
  why: string | null,
): void {
  body.forEach((event, i) => {
    const own = isSilent(event) ? 'silent' : outcome;
    skip(run, event, [...path, i], own, own === 'silent' ? null : why);
  });
}
