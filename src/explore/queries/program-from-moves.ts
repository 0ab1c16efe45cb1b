import type { Block, CallEvent, Event, Program } from '../../engine/model.ts';
import { assert } from '../../lib/assert.ts';
import { type Action, actionOfMove, stopOfMove } from '../kernel-space/actions.ts';

/** Program under construction: events may still get blocks, and blocks may get events. */
type Writing<T> = { -readonly [K in keyof T]: T[K] };
type Host = Writing<CallEvent> & { inside: Writing<Block>[] };

/**
 * Converts a path to a program. What happens inside an interrupted call goes into a block of it. Where a call resumes
 * because its task runs again, what follows goes behind the call, or into its next block.
 */
export function programFromMoves(moves: readonly number[], actions: readonly Action[]): Program {
  const program: Event[] = [];
  /** Open lists of events, outermost first. */
  const lists: Event[][] = [program];
  /** Each task's last interrupted call and its open block; the block is null once the call has resumed. */
  const hosts = new Map<string, { readonly host: Host; block: Event[] | null }>();
  let task = 'A';
  const put = (event: Event) => (lists.at(-1) as Event[]).push(event);
  const open = (host: Host, stop: number) => {
    const block: Event[] = [];
    host.inside.push({ anchor: { at: 'statement', number: stop }, events: block });
    lists.push(block);
    hosts.set(task, { host, block });
  };
  /** Resumes the call of the running task, if there is one, and closes its block if that is the innermost. */
  const resumeCall = (stop: number) => {
    const stopped = hosts.get(task);
    if (!stopped || stopped.block === null) return;
    if (lists.at(-1) === stopped.block) lists.pop();
    stopped.block = null;
    if (stop > 0) open(stopped.host, stop);
  };
  for (const move of moves) {
    const action = actions[actionOfMove(move)];
    const stop = stopOfMove(move);
    assert(action, `no act ${actionOfMove(move)}`);
    switch (action.kind) {
      case 'event':
        if (stop === 0 || action.event.kind !== 'call') put(action.event);
        else {
          const host: Host = { ...action.event, inside: [] };
          put(host);
          open(host, stop);
        }
        break;
      case 'begin': {
        const body: Event[] = [];
        put({ kind: action.interrupt, body });
        lists.push(body);
        break;
      }
      case 'end':
        lists.pop();
        break;
      case 'continue':
        resumeCall(stop);
        break;
      case 'round-trip':
        for (const event of action.events) put(event);
        resumeCall(stop);
        break;
      case 'switch':
        put(action.event);
        task = action.event.task;
        resumeCall(stop);
        break;
    }
  }
  return program.map(tidy);
}

/** Removes blocks in which nothing happens. */
function tidy(event: Event): Event {
  if (event.kind === 'irq' || event.kind === 'softirq') return { ...event, body: event.body.map(tidy) };
  if (event.kind !== 'call' || !event.inside) return event;
  const inside = event.inside.flatMap(({ anchor, events }): Block[] =>
    events.length === 0 ? [] : [{ anchor, events: events.map(tidy) }],
  );
  const { inside: _, ...call } = event;
  return inside.length === 0 ? call : { ...call, inside };
}
