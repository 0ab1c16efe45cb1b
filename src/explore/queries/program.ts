import type { Block, CallEvent, Event, Program } from '../../engine/model.ts';
import { assert } from '../../lib/assert.ts';
import { type Act, actIn, stopIn } from '../kernel-space/actions.ts';

/** A program that is being written: its events may get blocks, and blocks may get events. */
type Writing<T> = { -readonly [K in keyof T]: T[K] };
type Host = Writing<CallEvent> & { inside: Writing<Block>[] };

/**
 * The program of a path. What happens inside a call that was stopped stands in a block of it; where a call goes on
 * because its task runs again, what follows stands behind it, or in its next block.
 */
export function programOf(moves: readonly number[], acts: readonly Act[]): Program {
  const program: Event[] = [];
  /** Lists that are open, outermost first. */
  const lists: Event[][] = [program];
  /** Each task's last call that was stopped, and the block in which it stands; null where it has gone on. */
  const hosts = new Map<string, { readonly host: Host; block: Event[] | null }>();
  let task = 'A';
  const put = (event: Event) => (lists.at(-1) as Event[]).push(event);
  const open = (host: Host, stop: number) => {
    const block: Event[] = [];
    host.inside.push({ anchor: { at: 'statement', number: stop }, events: block });
    lists.push(block);
    hosts.set(task, { host, block });
  };
  /** The running task's call goes on, if it has one; where its block is the innermost, that is closed. */
  const goOn = (stop: number) => {
    const stopped = hosts.get(task);
    if (!stopped || stopped.block === null) return;
    if (lists.at(-1) === stopped.block) lists.pop();
    stopped.block = null;
    if (stop > 0) open(stopped.host, stop);
  };
  for (const move of moves) {
    const act = acts[actIn(move)];
    const stop = stopIn(move);
    assert(act, `no act ${actIn(move)}`);
    switch (act.act) {
      case 'event':
        if (stop === 0 || act.event.kind !== 'call') put(act.event);
        else {
          const host: Host = { ...act.event, inside: [] };
          put(host);
          open(host, stop);
        }
        break;
      case 'begin': {
        const body: Event[] = [];
        put({ kind: act.kind, body });
        lists.push(body);
        break;
      }
      case 'end':
        lists.pop();
        break;
      case 'go-on':
        goOn(stop);
        break;
      case 'away':
        for (const event of act.events) put(event);
        goOn(stop);
        break;
      case 'switch':
        put(act.event);
        task = act.event.task;
        goOn(stop);
        break;
    }
  }
  return program.map(tidy);
}

/** An event without blocks in which nothing happens. */
function tidy(event: Event): Event {
  if (event.kind === 'irq' || event.kind === 'softirq') return { ...event, body: event.body.map(tidy) };
  if (event.kind !== 'call' || !event.inside) return event;
  const inside = event.inside.flatMap(({ anchor, events }): Block[] =>
    events.length === 0 ? [] : [{ anchor, events: events.map(tidy) }],
  );
  const { inside: _, ...call } = event;
  return inside.length === 0 ? call : { ...call, inside };
}
