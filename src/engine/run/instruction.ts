import { assertNever } from '../../lib/assert.ts';
import type { Site } from '../backends/backend.ts';
import { type Code, evaluate, type Instruction } from '../ir/compile.ts';
import { fieldsIn, fitToType, toC } from '../ir/statements.ts';
import { taskOf, withTask } from '../machine.ts';
import type { Frame, TaskId } from '../model.ts';
import { runCallback } from './reaction.ts';
import { judgeRules, type Run, reportMoment } from './row-recorder.ts';

/** The part of a frame that instructions read and change. */
export type FrameProgress = {
  -readonly [K in 'pc' | 'temps' | 'last' | 'lastWas' | 'writes' | 'effective']: Frame[K];
};

/** The task that an instruction works on, and how it is reported. */
export interface InstructionContext {
  readonly code: Code;
  readonly task: TaskId;
  readonly inInterrupt: boolean;
  /** Creates the site of a callback from the current machine. */
  site(): Site;
  /** Prefix of the moments if a context switch calls the helper, else null. */
  readonly hook: string | null;
}

/** Executes one instruction of a helper, the atomic step of the simulation. */
export function executeInstruction(
  run: Run,
  scope: InstructionContext,
  frame: FrameProgress,
  instruction: Instruction,
): void {
  const { task: id, inInterrupt, hook } = scope;
  const { fields } = taskOf(run.machine, id);
  if (instruction.op === 'return') return;
  if (instruction.op === 'goto') {
    frame.pc = instruction.to;
    return;
  }
  frame.pc += 1;
  frame.last = instruction.number;
  frame.lastWas = instruction.op;
  const number = hook === null ? instruction.number : null;
  switch (instruction.op) {
    case 'branch': {
      const taken = evaluate(instruction.test, fields, inInterrupt, frame.temps) !== 0;
      if (!taken) frame.pc = instruction.otherwise;
      reportMoment(
        run,
        'condition',
        number,
        () => `${hook ?? ''}${toC(instruction.source)}: ${taken ? 'taken' : 'not taken'}`,
      );
      return;
    }
    case 'write': {
      const old = fields[instruction.field] ?? 0;
      const { value, keep } = instruction;
      const wanted = value.kind === 'bump' ? old + value.by : evaluate(value, fields, inInterrupt, frame.temps);
      const type = run.world.revision.fields.find(({ name }) => name === instruction.field)?.type ?? 'u8';
      const now = fitToType(type, wanted);
      if (keep) {
        const temps = [...frame.temps];
        temps[keep.index] = keep.value === 'old' ? old : now;
        frame.temps = temps;
      }
      frame.effective = true;
      frame.writes += 1;
      const changed = { ...fields };
      changed[instruction.field] = now;
      run.machine = withTask(run.machine, id, { fields: changed });
      reportMoment(run, 'write', number, () => `${hook ?? ''}${instruction.field}: ${old} -> ${now}`);
      return;
    }
    case 'check':
      evaluateCheck(run, scope, frame, instruction);
      return;
    case 'callback': {
      const { name, as } = instruction;
      const { ignored } = runCallback(run, scope.site(), { name, as, statement: number });
      frame.effective ||= !ignored;
      return;
    }
    default:
      assertNever(instruction);
  }
}

function evaluateCheck(
  run: Run,
  { code, task: id, inInterrupt, hook }: InstructionContext,
  { temps }: FrameProgress,
  check: Instruction & { op: 'check' },
): void {
  const { world } = run;
  const { fields } = taskOf(run.machine, id);
  const { helper } = code;
  const held = evaluate(check.test, fields, inInterrupt, temps) !== 0;
  const clause = toC(check.source);
  const site = `${helper}.${check.number}`;
  const off = world.setup.checks === 'off';
  const silent = !off && check.macro === 'VM_WARN_ON_ONCE' && run.machine.once.includes(site);
  if (held) {
    const { macro, number: statement, reason } = check;
    run.row.checks.push({ macro, condition: clause, reason, statement, fired: !off, silent });
  }
  if (held && !off) {
    const values = Object.fromEntries(fieldsIn(check.source).map((name) => [name, fields[name] ?? 0]));
    judgeRules(run, { at: 'check', helper, statement: check.number, macro: check.macro, clause, values });
    const once = check.macro === 'VM_WARN_ON_ONCE' && !silent;
    if (once) run.machine = { ...run.machine, once: [...run.machine.once, site].sort() };
    if (check.macro === 'VM_BUG_ON') {
      run.machine = { ...withTask(run.machine, id, { alive: false }), over: 'bug' };
    } else if (!silent && world.setup.panicOnWarn) {
      run.machine = { ...run.machine, over: 'panic' };
    } else if (world.setup.checks === 'stop') {
      run.machine = { ...run.machine, over: 'stop' };
    }
  }
  reportMoment(run, 'check', hook === null ? check.number : null, () => {
    const text = `${hook ?? ''}${check.macro}(${clause})`;
    if (off) return `${text}: not evaluated${held ? ', would have fired' : ''}`;
    if (!held) return `${text}: condition false`;
    return `${text}: ${silent ? 'condition true again; WARN_ON_ONCE has already printed' : 'fired'}`;
  });
}
