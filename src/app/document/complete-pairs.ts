import type { CallEvent, Event, Helper, Program } from '../../engine/model.ts';
import { memoLast } from '../../lib/memo.ts';

/**
 * Closes every open section and pause, innermost first, at the end of the body that opened it; at the end of the program also
 * those of tasks that do not run there. Returns the same program if nothing is open.
 */
export const completePairs = memoLast((program: Program): Program => completeBody(program, true).events);

/** What each task has left open in a body, and which task runs at its end. */
interface Open {
  readonly stacks: ReadonlyMap<string, readonly Helper[]>;
  readonly running: string;
}

function completeBody(events: Program, top: boolean, starts = 'A'): { events: Program; running: string } {
  const stacks = new Map<string, Helper[]>();
  let running = starts;
  const completed = events.map((event) => {
    if (event.off) return event;
    if (event.kind === 'call') follow(stacks, running, event);
    if (event.kind === 'exit') stacks.delete(running);
    const inner = completeInside(event, running);
    running = event.kind === 'switch' ? event.task : inner.running;
    return inner.event;
  });
  const closers = closersOf({ stacks, running }, top);
  const changed = closers.length > 0 || completed.some((event, i) => event !== events[i]);
  return { events: changed ? [...completed, ...closers] : events, running };
}

function completeInside(event: Event, running: string): { event: Event; running: string } {
  if (event.kind === 'irq' || event.kind === 'softirq') {
    const { events } = completeBody(event.body, false, running);
    return { event: events === event.body ? event : { ...event, body: events }, running };
  }
  if (event.kind !== 'call' || !event.inside) return { event, running };
  let now = running;
  const inside = event.inside.map((block) => {
    const body = completeBody(block.events, false, now);
    now = body.running;
    return body.events === block.events ? block : { ...block, events: body.events };
  });
  const isUnchanged = inside.every((block, i) => block === event.inside?.[i]);
  return { event: isUnchanged ? event : { ...event, inside }, running: now };
}

function follow(stacks: Map<string, Helper[]>, task: string, { helper }: CallEvent): void {
  const stack = stacks.get(task) ?? [];
  stacks.set(task, stack);
  if (helper === 'enable' || helper === 'pause') stack.push(helper);
  else {
    const opener = stack.lastIndexOf(helper === 'disable' ? 'enable' : 'pause');
    if (opener >= 0) stack.splice(opener, 1);
  }
}

function closersOf({ stacks, running }: Open, top: boolean): Event[] {
  const closing = (task: string): Event[] =>
    (stacks.get(task) ?? []).toReversed().map((helper) => ({ kind: 'call', helper: CLOSES[helper] }));
  const others = [...stacks].filter(([task, stack]) => task !== running && stack.length > 0).map(([task]) => task);
  if (!top) return closing(running);
  return [...closing(running), ...others.flatMap((task): Event[] => [{ kind: 'switch', task }, ...closing(task)])];
}

const CLOSES: Readonly<Record<Helper, Helper>> = {
  enable: 'disable',
  pause: 'resume',
  disable: 'disable',
  resume: 'resume',
};
