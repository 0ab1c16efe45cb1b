import { assert, assertNever } from '../../lib/assert.ts';
import type { HookAct } from '../backends/backend.ts';
import { cName } from '../ir/compile.ts';
import { cpuOf, taskOf, withCpu, withTask } from '../machine.ts';
import type { Finding, TaskId } from '../model.ts';
import { activeOf } from '../setup/world.ts';
import { executeInstruction, type FrameProgress } from './instruction.ts';
import { applyReaction, hookSite, runCallback } from './reaction.ts';
import { type Run, reportMoment } from './row-recorder.ts';

/** Why a switch is refused, with the clause and values of the finding. */
export interface SwitchRefusal {
  readonly why: string;
  readonly clause: string;
  readonly values: Finding['values'];
}

/**
 * Switches a CPU to a task through the hooks of the architecture; the task's old CPU becomes idle. Returns null if that happened or
 * ended in a BUG, else the reason why a task cannot be preempted.
 */
export function giveCpu(run: Run, cpu: number, id: TaskId): SwitchRefusal | null {
  const from = cpuOf(run.machine, cpu).current;
  const task = taskOf(run.machine, id);
  const old = task.cpu !== null && cpuOf(run.machine, task.cpu).current === id ? task.cpu : null;
  const refusal = findRefusal(run, from) ?? findRefusal(run, old === null ? null : id);
  if (refusal) return refusal;
  if (old !== null) {
    run.machine = withCpu(run.machine, old, { current: null });
    runSwitchHooks(run, { cpu: old, from: id, to: null, first: false });
    if (run.machine.over !== null) return null;
  }
  run.machine = withTask(withCpu(run.machine, cpu, { current: id }), id, { cpu });
  runSwitchHooks(run, { cpu, from, to: id, first: task.cpu === null });
  return null;
}

/** Takes the CPU from an exiting task: `schedule()` switches to the idle task through the same hooks. */
export function giveUpCpu(run: Run, id: TaskId): void {
  const { cpu } = taskOf(run.machine, id);
  assert(cpu !== null, `task ${id} runs on no CPU`);
  run.machine = withCpu(run.machine, cpu, { current: null });
  runSwitchHooks(run, { cpu, from: id, to: null, first: false });
}

function findRefusal(run: Run, id: TaskId | null): SwitchRefusal | null {
  if (id === null) return null;
  const { bhOff } = taskOf(run.machine, id);
  if (bhOff > 0) {
    const why = `preemption is disabled: task ${id} has bottom halves disabled`;
    return { why, clause: 'Bottom halves are disabled', values: { task: id, depth: bhOff } };
  }
  const preemption = run.world.simulation.preemption(run.machine, id);
  if (preemption === null || preemption.depth === 0) return null;
  const { depth, why } = preemption;
  return { why: `preemption is disabled: ${why}`, clause: 'Preemption is disabled', values: { task: id, depth, why } };
}

interface Switch {
  readonly cpu: number;
  readonly from: TaskId | null;
  readonly to: TaskId | null;
  readonly first: boolean;
}

function runSwitchHooks(run: Run, change: Switch): void {
  const { machine, world } = run;
  const active = change.to !== null && activeOf(world, taskOf(machine, change.to)) === true;
  for (const act of world.simulation.contextSwitch({ ...change, machine, active })) {
    if (run.machine.over !== null) return;
    runHookAct(run, act, change);
  }
}

function runHookAct(run: Run, act: HookAct, { cpu, from, to }: Switch): void {
  switch (act.act) {
    case 'own': {
      const task = from ?? to;
      applyReaction(run, act.run(run.machine), {
        by: task ?? `cpu@${cpu}`,
        cpu,
        task,
        where: 'switch',
        statement: null,
      });
      reportMoment(run, 'act', null, () => act.says);
      return;
    }
    case 'callback':
      runCallback(run, hookSite(run, act.task, cpu), { name: act.name, as: act.name, statement: null });
      return;
    case 'helper':
      runHelper(run, act, cpu);
      return;
    default:
      assertNever(act);
  }
}

/** Runs a helper that the architecture calls on a task; it opens and closes nothing for a caller. */
function runHelper(run: Run, { helper, task }: HookAct & { act: 'helper' }, cpu: number): void {
  const code = run.world.codes[helper];
  assert(code, `no helper ${helper}`);
  const hook = `${cName(helper)}(${task}), `;
  const scope = { code, task, inInterrupt: false, site: () => hookSite(run, task, cpu), hook };
  const frame: FrameProgress = { pc: 0, temps: [], last: null, lastWas: null, writes: 0, effective: false };
  while (run.machine.over === null) {
    const instruction = code.instructions[frame.pc];
    assert(instruction, `${helper} has no end`);
    if (instruction.op === 'return') return;
    executeInstruction(run, scope, frame, instruction);
  }
}
