import { assert, assertNever } from '../lib/assert.ts';
import type { Reaction, Site } from './backend.ts';
import { closing, opening } from './book.ts';
import { type Code, evaluate, type Instruction } from './compile.ts';
import { addEffects, begin, finish, judge, type Run, tell } from './draft.ts';
import { bookOf, contextOf, inInterrupt, taskOf, withBook, withTask } from './machine.ts';
import type { Anchor, CallEvent, Event, Frame, TaskId } from './model.ts';
import { eventAt } from './rows.ts';
import { type CallbackName, fieldsIn, fit, toC } from './statements.ts';
import { activeHere, activeOf } from './world.ts';

/**
 * A call of a helper, statement by statement. It is kept as data on its task, so that an interrupt can come between two
 * statements, and a switch can suspend it until the task next runs.
 */

/** What happens to the events inside a block, at an index path. */
export interface Inside {
  run(run: Run, events: readonly Event[], path: readonly number[]): void;
  skip(run: Run, events: readonly Event[], path: readonly number[], why: string): void;
}

/** Puts a call on its task and runs it as far as it goes. */
export function startCall(run: Run, event: CallEvent, path: readonly number[], id: TaskId, inside: Inside): void {
  const task = taskOf(run.machine, id);
  goOn(run, id, inside, {
    path,
    helper: event.helper,
    pc: 0,
    temps: [],
    blocks: [],
    last: null,
    lastWas: null,
    writes: 0,
    callbacks: 0,
    effective: false,
    found: { active: activeOf(run.world, task), entered: task.entered },
    wasActive: activeHere(run.world, run.machine, task) === true,
  });
}

/** Takes up the innermost suspended call of a task. */
export function resumeCall(run: Run, id: TaskId, inside: Inside): void {
  goOn(run, id, inside, takeTop(run, id));
}

type Moving = { -readonly [K in keyof Frame]: Frame[K] };

/** Runs a call from where it stands to its end, through its blocks. While its statements run it is not on its task. */
function goOn(run: Run, id: TaskId, inside: Inside, from: Frame): void {
  const frame: Moving = { ...from };
  const { path, helper } = frame;
  const event = eventAt(run.program, path);
  const code = run.world.codes[helper];
  assert(event?.kind === 'call' && code, `no call at ${path.join('.')}`);
  begin(run);
  for (;;) {
    const part = (frame.blocks.at(-1) ?? -1) + 1;
    const instruction = code.instructions[frame.pc];
    assert(instruction, `${helper} has no end`);
    const block = event.inside?.findIndex(
      ({ anchor }, i) => !frame.blocks.includes(i) && reached(anchor, frame, instruction),
    );
    if (block !== undefined && block >= 0) {
      frame.blocks = [...frame.blocks, block];
      run.machine = withTask(run.machine, id, { calls: [...taskOf(run.machine, id).calls, { ...frame }] });
      finish(run, path, part, 'under-way');
      inside.run(run, event.inside?.[block]?.events ?? [], [...path, block]);
      // A switch inside the block may have taken the CPU away, or brought the task back, which finished the call.
      if (run.machine.over !== null || !stands(run, id, path)) return;
      takeTop(run, id);
      begin(run);
      continue;
    }
    if (instruction.op === 'return') {
      leave(run, event, frame, code);
      finish(run, path, part, frame.effective || code.statements === 0 ? 'done' : 'ignored');
      skipMissed(run, event, frame, inside);
      return;
    }
    execute(run, id, frame, instruction, code);
    if (run.machine.over !== null) {
      finish(run, path, part, 'ended');
      return;
    }
  }
}

/** Reports the blocks whose place the call did not come to. */
function skipMissed(run: Run, event: CallEvent, { path, blocks }: Frame, inside: Inside): void {
  event.inside?.forEach(({ events, anchor }, block) => {
    if (blocks.includes(block)) return;
    inside.skip(run, events, [...path, block], `${anchorText(anchor)}: the call did not come there`);
    begin(run);
    finish(run, path, block + 1, 'silent');
  });
}

/** An anchor in the words of the notation. */
export function anchorText(anchor: Anchor): string {
  switch (anchor.at) {
    case 'statement':
      return `after ${anchor.number}`;
    case 'write':
      return `after write ${anchor.number}`;
    case 'before-callback':
      return 'before callback';
    case 'after-callback':
      return 'after callback';
  }
}

function takeTop(run: Run, id: TaskId): Frame {
  const { calls } = taskOf(run.machine, id);
  const frame = calls.at(-1);
  assert(frame, `task ${id} has no call under way`);
  run.machine = withTask(run.machine, id, { calls: calls.slice(0, -1) });
  return frame;
}

/** Whether the call at a path is still under way and its task runs here. */
function stands(run: Run, id: TaskId, path: readonly number[]): boolean {
  const here = run.machine.cpus[run.machine.here]?.current === id;
  const top = taskOf(run.machine, id).calls.at(-1);
  return here && top !== undefined && top.path.join() === path.join();
}

function reached(anchor: Anchor, frame: Frame, next: Instruction): boolean {
  switch (anchor.at) {
    case 'statement':
      return frame.last === anchor.number;
    case 'write':
      return frame.lastWas === 'write' && frame.writes === anchor.number;
    case 'before-callback':
      return next.op === 'callback' && frame.callbacks === 0;
    case 'after-callback':
      return frame.lastWas === 'callback' && frame.callbacks === 1;
  }
}

function execute(run: Run, id: TaskId, frame: Moving, instruction: Instruction, code: Code): void {
  const { fields } = taskOf(run.machine, id);
  const interrupt = inInterrupt(run.machine);
  if (instruction.op === 'return') return;
  if (instruction.op === 'goto') {
    frame.pc = instruction.to;
    return;
  }
  frame.pc += 1;
  frame.last = instruction.number;
  frame.lastWas = instruction.op;
  switch (instruction.op) {
    case 'branch': {
      const taken = evaluate(instruction.test, fields, interrupt, frame.temps) !== 0;
      if (!taken) frame.pc = instruction.otherwise;
      tell(run, 'condition', instruction.number, () => `${toC(instruction.source)}: ${taken ? 'taken' : 'not taken'}`);
      return;
    }
    case 'write': {
      const old = fields[instruction.field] ?? 0;
      const { value, keep } = instruction;
      const wanted = value.kind === 'bump' ? old + value.by : evaluate(value, fields, interrupt, frame.temps);
      const type = run.world.revision.fields.find(({ name }) => name === instruction.field)?.type ?? 'u8';
      const now = fit(type, wanted);
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
      tell(run, 'write', instruction.number, () => `${instruction.field}: ${old} -> ${now}`);
      return;
    }
    case 'check':
      evaluateCheck(run, id, frame, instruction, code);
      return;
    case 'callback': {
      const { ignored } = runCallback(run, id, instruction.name, instruction.as, instruction.number);
      frame.callbacks += 1;
      frame.effective ||= !ignored;
      tell(
        run,
        'callback',
        instruction.number,
        () => `arch_${instruction.name}()${ignored ? ': returns at once' : ''}`,
      );
      return;
    }
    default:
      assertNever(instruction);
  }
}

function evaluateCheck(
  run: Run,
  id: TaskId,
  { temps }: Frame,
  check: Instruction & { op: 'check' },
  { helper }: Code,
): void {
  const { world } = run;
  const { fields } = taskOf(run.machine, id);
  const held = evaluate(check.test, fields, inInterrupt(run.machine), temps) !== 0;
  const clause = toC(check.source);
  const site = `${helper}.${check.number}`;
  const off = world.setup.checks === 'off';
  const silent = !off && check.macro === 'VM_WARN_ON_ONCE' && run.machine.once.includes(site);
  if (held) {
    const { macro, number: statement } = check;
    run.draft.checks.push({ macro, condition: clause, statement, fired: !off, silent });
  }
  if (held && !off) {
    const values = Object.fromEntries(fieldsIn(check.source).map((name) => [name, fields[name] ?? 0]));
    judge(run, { at: 'check', helper, statement: check.number, macro: check.macro, clause, values });
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
  tell(run, 'check', check.number, () => {
    if (off) return `${check.macro}(${clause}): not evaluated${held ? ', would have fired' : ''}`;
    if (!held) return `${check.macro}(${clause}): silent, the condition does not hold`;
    return `${check.macro}(${clause}): ${silent ? 'holds again, prints nothing' : 'fired'}`;
  });
}

/** Where a task is at work. */
export function siteOf(run: Run, id: TaskId): Site {
  const task = taskOf(run.machine, id);
  return {
    machine: run.machine,
    task: id,
    cpu: run.machine.here,
    inInterrupt: inInterrupt(run.machine),
    active: activeHere(run.world, run.machine, task) === true,
    context: contextOf(run.machine),
    capacity: run.world.setup.capacity,
  };
}

/** Takes over what an architecture did. */
export function react(run: Run, reaction: Reaction, statement: number | null): void {
  run.machine = reaction.machine;
  addEffects(run.draft, reaction.effects);
  if (reaction.flushed) judge(run, { at: 'flush', owners: reaction.flushed, by: contextOf(run.machine), statement });
}

/** Runs an arch callback and keeps count of who has entered. */
function runCallback(run: Run, id: TaskId, name: string, as: CallbackName, statement: number | null): Reaction {
  const { fields, entered } = taskOf(run.machine, id);
  run.draft.callbacks.push({ callback: name, task: id, statement, saw: fields });
  const reaction = run.world.simulation.callback(as, siteOf(run, id));
  judge(run, { at: 'callback', name: as, task: id, statement, entered, ignored: reaction.ignored === true });
  react(run, reaction, statement);
  if (as !== 'flush' && !reaction.ignored) run.machine = withTask(run.machine, id, { entered: as === 'enter' });
  return reaction;
}

/** The call returns: the caller's book is kept, and the rules of a return are judged. */
function leave(run: Run, event: CallEvent, frame: Frame, code: Code): void {
  const book = bookOf(run.machine);
  const { helper } = event;
  const { effective, found, wasActive, last } = frame;
  const side = helper === 'enable' || helper === 'disable' ? 'enables' : 'pauses';
  const opens = helper === 'enable' || helper === 'pause';
  const { closed, left } = opens ? { closed: null, left: [] } : closing(book[side]);
  const open = opens ? opening(book[side], helper === 'pause' ? { effective, found } : { effective }) : left;
  run.machine = withBook(run.machine, { ...book, [side]: open });
  const statement = code.statements === 0 ? null : last;
  judge(run, { at: 'return', helper, effective, pair: closed, wasActive, statement });
}
