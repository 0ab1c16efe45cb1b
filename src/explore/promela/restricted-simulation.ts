import type { HookAct, Reaction, Simulation, Site } from '../../engine/backends/backend.ts';
import type { Cpu, Machine, Task } from '../../engine/model.ts';

/** The architecture read something that is no column of the table. */
export class NotTabulable extends Error {}

/**
 * Restricts an architecture to what a table of its steps has columns for: its own state, the pages, which task runs
 * where, and whether an interrupt runs. Throws NotTabulable if it reads anything else, or if its answer changes with
 * anything else, so that whatever does not throw depends on the columns alone.
 */
export function restrictSimulation(simulation: Simulation): Simulation {
  const reactAlike = <T extends Reaction>(machine: Machine, answer: (shown: Machine) => T): T =>
    assertEqual([false, true].map((other) => restoreHidden(machine, other, answer(hideMachine(machine, other)))));
  const onSite = <T extends Reaction>(site: Site, answer: (site: Site) => T): T =>
    reactAlike(site.machine, (machine) => answer({ ...site, machine }));
  const answerAlike = <T>(machine: Machine, answer: (shown: Machine) => T): T =>
    assertEqual([false, true].map((other) => answer(hideMachine(machine, other))));
  const restrictAct = (act: HookAct): HookAct =>
    act.act === 'own' ? { ...act, run: (machine) => reactAlike(machine, (shown) => act.run(shown)) } : act;
  const { ownCallbacks = {} } = simulation;
  return {
    ...simulation,
    callback: (name, site) => onSite(site, (shown) => simulation.callback(name, shown)),
    ownCallbacks: Object.fromEntries(
      Object.entries(ownCallbacks).map(([name, callback]) => [
        name,
        (site: Site) => onSite(site, (shown) => callback(shown)),
      ]),
    ),
    page: (event, index, site) => onSite(site, (shown) => simulation.page(event, index, shown)),
    tlb: (op, site) => onSite(site, (shown) => simulation.tlb(op, shown)),
    contextSwitch: (change) =>
      answerAlike(change.machine, (machine) => simulation.contextSwitch({ ...change, machine })).map(restrictAct),
    preemption: (machine, task) => answerAlike(machine, (shown) => simulation.preemption(shown, task)),
    pending: (machine, task) => answerAlike(machine, (shown) => simulation.pending(shown, task)),
  };
}

/** Replaces an object that must not be read. */
const hiddenObject = (name: string): never => {
  const refuse = () => {
    throw new NotTabulable(`the architecture reads "${name}", which is no column of the table`);
  };
  return new Proxy({}, { get: refuse, has: refuse, ownKeys: refuse, getOwnPropertyDescriptor: refuse }) as never;
};

const HIDDEN = {
  fields: hiddenObject('fields'),
  openCalls: hiddenObject('open calls'),
  calls: hiddenObject('calls'),
  found: hiddenObject('found'),
  once: hiddenObject('once'),
};

/** `other` flips values that are no objects, because reading those cannot be intercepted. */
const hideTask = ({ entered, bhOff, ...task }: Task, other: boolean): Task => ({
  ...task,
  ...{ fields: HIDDEN.fields, openCalls: HIDDEN.openCalls, calls: HIDDEN.calls },
  ...{ entered: entered !== other, bhOff: other ? bhOff + 1 : bhOff },
});

const hideCpu = (cpu: Cpu): Cpu => ({
  ...cpu,
  interrupts: cpu.interrupts.map(({ kind }) => ({ kind, openCalls: HIDDEN.openCalls, found: HIDDEN.found })),
});

const hideMachine = (machine: Machine, other: boolean): Machine => ({
  ...machine,
  once: HIDDEN.once,
  tasks: mapTasks(machine.tasks, (task) => hideTask(task, other)),
  cpus: machine.cpus.map(hideCpu),
});

/** Restores the hidden parts of a machine, and detects changes to them. */
function restoreHidden<T extends Reaction>(before: Machine, other: boolean, reaction: T): T {
  const { machine } = reaction;
  const tasks = mapTasks(machine.tasks, (task, id) => {
    const was = before.tasks[id] as Task;
    const hiddenBefore = hideTask(was, other);
    const { fields, openCalls, calls, entered, bhOff } = was;
    for (const name of ['fields', 'openCalls', 'calls', 'entered', 'bhOff'] as const) {
      if (task[name] !== hiddenBefore[name]) throw new NotTabulable(`the architecture changes "${name}" of a task`);
    }
    return { ...task, fields, openCalls, calls, entered, bhOff };
  });
  const cpus = machine.cpus.map((cpu, i) => ({ ...cpu, interrupts: before.cpus[i]?.interrupts ?? [] }));
  return { ...reaction, machine: { ...machine, tasks, cpus, once: before.once } };
}

function assertEqual<T>(answers: readonly T[]): T {
  const [one, other] = answers as [T, T];
  if (JSON.stringify(one) === JSON.stringify(other)) return one;
  throw new NotTabulable('the architecture reads whether a task has entered or has bottom halves off');
}

const mapTasks = (tasks: Machine['tasks'], map: (task: Task, id: string) => Task): Machine['tasks'] =>
  Object.fromEntries(Object.entries(tasks).map(([id, task]) => [id, map(task, id)]));
