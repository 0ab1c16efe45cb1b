import type { HookAct, Reaction, Simulation, Site } from '../../engine/backends/backend.ts';
import type { Cpu, Machine, Task } from '../../engine/model.ts';

/** An architecture asked for something of which a table of its steps has no column. */
export class NotTabulable extends Error {}

/**
 * An architecture that is shown of a machine what a table of its steps has columns for, and no more: its own state, the pages, who
 * runs where, and whether an interrupt does. Whoever looks at what is closed, or answers otherwise when it is another, throws
 * NotInTable; so that what does not throw depends on the columns alone.
 */
export function restrictSimulation(simulation: Simulation): Simulation {
  const asked = <T extends Reaction>(machine: Machine, answer: (shown: Machine) => T): T =>
    alike([false, true].map((other) => reopened(machine, other, answer(closedMachine(machine, other)))));
  const onSite = <T extends Reaction>(site: Site, answer: (site: Site) => T): T =>
    asked(site.machine, (machine) => answer({ ...site, machine }));
  const told = <T>(machine: Machine, answer: (shown: Machine) => T): T =>
    alike([false, true].map((other) => answer(closedMachine(machine, other))));
  const closedAct = (act: HookAct): HookAct =>
    act.act === 'own' ? { ...act, run: (machine) => asked(machine, (shown) => act.run(shown)) } : act;
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
      told(change.machine, (machine) => simulation.contextSwitch({ ...change, machine })).map(closedAct),
    preemption: (machine, task) => told(machine, (shown) => simulation.preemption(shown, task)),
    pending: (machine, task) => told(machine, (shown) => simulation.pending(shown, task)),
  };
}

/** Stands for an object that is not shown. */
const closedObject = (name: string): never => {
  const refuse = () => {
    throw new NotTabulable(`the architecture looks at "${name}", of which a table has no column`);
  };
  return new Proxy({}, { get: refuse, has: refuse, ownKeys: refuse, getOwnPropertyDescriptor: refuse }) as never;
};

const HIDDEN = {
  fields: closedObject('fields'),
  openCalls: closedObject('open calls'),
  calls: closedObject('calls'),
  found: closedObject('found'),
  once: closedObject('once'),
};

/** `other`: what is no object, so that looking at it cannot be seen, is another than it is. */
const closedTask = ({ entered, bhOff, ...task }: Task, other: boolean): Task => ({
  ...task,
  ...{ fields: HIDDEN.fields, openCalls: HIDDEN.openCalls, calls: HIDDEN.calls },
  ...{ entered: entered !== other, bhOff: other ? bhOff + 1 : bhOff },
});

const closedCpu = (cpu: Cpu): Cpu => ({
  ...cpu,
  interrupts: cpu.interrupts.map(({ kind }) => ({ kind, openCalls: HIDDEN.openCalls, found: HIDDEN.found })),
});

const closedMachine = (machine: Machine, other: boolean): Machine => ({
  ...machine,
  once: HIDDEN.once,
  tasks: mapped(machine.tasks, (task) => closedTask(task, other)),
  cpus: machine.cpus.map(closedCpu),
});

/** A reaction with the machine's closed parts as they were; that the architecture changed one is found out. */
function reopened<T extends Reaction>(before: Machine, other: boolean, reaction: T): T {
  const { machine } = reaction;
  const tasks = mapped(machine.tasks, (task, id) => {
    const was = before.tasks[id] as Task;
    const closedBefore = closedTask(was, other);
    const { fields, openCalls, calls, entered, bhOff } = was;
    for (const name of ['fields', 'openCalls', 'calls', 'entered', 'bhOff'] as const) {
      if (task[name] !== closedBefore[name]) throw new NotTabulable(`the architecture changes "${name}" of a task`);
    }
    return { ...task, fields, openCalls, calls, entered, bhOff };
  });
  const cpus = machine.cpus.map((cpu, i) => ({ ...cpu, interrupts: before.cpus[i]?.interrupts ?? [] }));
  return { ...reaction, machine: { ...machine, tasks, cpus, once: before.once } };
}

function alike<T>(answers: readonly T[]): T {
  const [one, other] = answers as [T, T];
  if (JSON.stringify(one) === JSON.stringify(other)) return one;
  throw new NotTabulable('the architecture looks at whether a task has entered or has bottom halves off');
}

const mapped = (tasks: Machine['tasks'], map: (task: Task, id: string) => Task): Machine['tasks'] =>
  Object.fromEntries(Object.entries(tasks).map(([id, task]) => [id, map(task, id)]));
