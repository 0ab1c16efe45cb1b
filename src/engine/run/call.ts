import { assert } from '../../lib/assert.ts';
import { type Code, cName, type Instruction } from '../ir/compile.ts';
import { isInInterrupt, openCallsOf, taskOf, withOpenCalls, withTask } from '../machine.ts';
import type { Anchor, CallEvent, Event, Frame, TaskId } from '../model.ts';
import { popCall, pushCall } from '../open-calls.ts';
import { activeHere, activeOf, type World } from '../setup/world.ts';
import { executeInstruction } from './instruction.ts';
import { siteOf } from './reaction.ts';
import { beginRow, finishRow, judgeRules, type Run } from './row-recorder.ts';
import { eventAt } from './rows.ts';

/**
 * Runs a call of a helper statement by statement. Its state is data on its task, so that an interrupt can happen between two
 * statements and a context switch can suspend the call until the task next runs.
 */

/** Runs or skips the events of a block, at an index path. */
export interface BlockRunner {
  run(run: Run, events: readonly Event[], path: readonly number[]): void;
  skip(run: Run, events: readonly Event[], path: readonly number[], why: string): void;
}

/** Returns the helper that a call runs: `enable range` is a plain enable unless the revision has a helper for it. */
export function helperOf({ codes }: World, { helper, range }: CallEvent): string {
  const own = `${helper}_with_ptes`;
  return range && codes[own] ? own : helper;
}

/** Starts a call and runs it until it returns, is suspended or ends the run. */
export function startCall(run: Run, event: CallEvent, path: readonly number[], id: TaskId, inside: BlockRunner): void {
  const task = taskOf(run.machine, id);
  runFrame(run, id, inside, {
    path,
    helper: helperOf(run.world, event),
    pc: 0,
    temps: [],
    blocks: [],
    last: null,
    lastWas: null,
    writes: 0,
    effective: false,
    found: { active: activeOf(run.world, task), entered: task.entered },
    wasActive: activeHere(run.world, run.machine, task) === true,
  });
}

/** Resumes the innermost suspended call of a task. */
export function resumeCall(run: Run, id: TaskId, inside: BlockRunner): void {
  runFrame(run, id, inside, popFrame(run, id));
}

type MutableFrame = { -readonly [K in keyof Frame]: Frame[K] };

/** Runs a call to its end, through its blocks. While its statements run, its frame is not on its task. */
function runFrame(run: Run, id: TaskId, inside: BlockRunner, from: Frame): void {
  const frame: MutableFrame = { ...from };
  const { path, helper } = frame;
  const event = eventAt(run.program, path);
  const code = run.world.codes[helper];
  assert(event?.kind === 'call' && code, `no call at ${path.join('.')}`);
  const { range } = event;
  const asked = range && cName(`${event.helper}_with_ptes`);
  const remark = asked && helper === event.helper ? `no ${asked}() in this revision: the range is ignored` : null;
  const site = () => siteOf(run, id, range ?? null);
  beginRow(run);
  for (;;) {
    const part = (frame.blocks.at(-1) ?? -1) + 1;
    const instruction = code.instructions[frame.pc];
    assert(instruction, `${helper} has no end`);
    const block = event.inside?.findIndex(
      ({ anchor }, i) => !frame.blocks.includes(i) && isAtAnchor(anchor, frame, instruction),
    );
    if (block !== undefined && block >= 0) {
      frame.blocks = [...frame.blocks, block];
      run.machine = withTask(run.machine, id, { calls: [...taskOf(run.machine, id).calls, { ...frame }] });
      finishRow(run, path, part, 'under-way');
      inside.run(run, event.inside?.[block]?.events ?? [], [...path, block]);
      // A switch inside the block may have taken the CPU away, or brought the task back and so finished the call.
      if (run.machine.over !== null || !isStillUnderWay(run, id, path)) return;
      popFrame(run, id);
      beginRow(run);
      continue;
    }
    if (instruction.op === 'return') {
      returnFromCall(run, event, frame, code);
      finishRow(run, path, part, frame.effective || code.statements === 0 ? 'done' : 'ignored', remark);
      skipMissed(run, event, frame, inside);
      return;
    }
    executeInstruction(
      run,
      { code, task: id, inInterrupt: isInInterrupt(run.machine), site, hook: null },
      frame,
      instruction,
    );
    if (run.machine.over !== null) {
      finishRow(run, path, part, 'ended');
      return;
    }
  }
}

/** Reports the blocks whose anchor the call did not reach. */
function skipMissed(run: Run, event: CallEvent, { path, blocks }: Frame, inside: BlockRunner): void {
  event.inside?.forEach(({ events, anchor }, block) => {
    if (blocks.includes(block)) return;
    inside.skip(run, events, [...path, block], `${anchorText(anchor)}: the call did not reach this point`);
    beginRow(run);
    finishRow(run, path, block + 1, 'silent');
  });
}

/** Formats an anchor in the notation. */
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

function popFrame(run: Run, id: TaskId): Frame {
  const { calls } = taskOf(run.machine, id);
  const frame = calls.at(-1);
  assert(frame, `task ${id} has no call under way`);
  run.machine = withTask(run.machine, id, { calls: calls.slice(0, -1) });
  return frame;
}

/** Whether the call at a path is still in progress and its task runs here. */
function isStillUnderWay(run: Run, id: TaskId, path: readonly number[]): boolean {
  const here = run.machine.cpus[run.machine.here]?.current === id;
  const top = taskOf(run.machine, id).calls.at(-1);
  return here && top !== undefined && top.path.join() === path.join();
}

function isAtAnchor(anchor: Anchor, frame: Frame, next: Instruction): boolean {
  switch (anchor.at) {
    case 'statement':
      return frame.last === anchor.number;
    case 'write':
      return frame.lastWas === 'write' && frame.writes === anchor.number;
    case 'before-callback':
      return next.op === 'callback';
    case 'after-callback':
      return frame.lastWas === 'callback';
  }
}

/** Updates the caller's open calls and judges the rules of a return. */
function returnFromCall(run: Run, event: CallEvent, frame: Frame, code: Code): void {
  const openCalls = openCallsOf(run.machine);
  const { helper } = event;
  const { effective, found, wasActive, last } = frame;
  const side = helper === 'enable' || helper === 'disable' ? 'enables' : 'pauses';
  const opens = helper === 'enable' || helper === 'pause';
  const { closed, left } = opens ? { closed: null, left: [] } : popCall(openCalls[side]);
  const open = opens ? pushCall(openCalls[side], helper === 'pause' ? { effective, found } : { effective }) : left;
  run.machine = withOpenCalls(run.machine, { ...openCalls, [side]: open });
  const statement = code.statements === 0 ? null : last;
  judgeRules(run, {
    at: 'return',
    helper,
    effective,
    pair: closed,
    pause: openCalls.pauses.at(-1) ?? null,
    wasActive,
    statement,
  });
}
