import type { Block, CallEvent, Event, Program } from '../engine/model.ts';
import { assert } from '../lib/assert.ts';
import { type Act, actIn, stopIn } from './acts.ts';

/** A program that is being written: its events may get blocks, and blocks may get events. */
type Writing<T> = { -readonly [K in keyof T]: T[K] };
type Host = Writing<CallEvent> & { inside: Writing<Block>[] };

/**
 * The program of a path. What happens inside a call that was stopped stands in a block of it; where a call goes on
 * because its task runs again, what follows stands behind the switch, or in the call's next block.
 */
export function programOf(moves: readonly number[], acts: readonly Act[]): Program {
  const program: Event[] = [];
  /** Lists that are open, outermost first. */
  const lists: Event[][] = [program];
  const hosts = new Map<string, Host>();
  let task = 'A';
  const put = (event: Event) => (lists.at(-1) as Event[]).push(event);
  const open = (host: Host, stop: number) => {
    const events: Event[] = [];
    host.inside.push({ anchor: { at: 'statement', number: stop }, events });
    lists.push(events);
  };
  const goOn = (stop: number) => {
    const host = hosts.get(task);
    assert(host, `task ${task} has no call that could go on`);
    if (stop > 0) open(host, stop);
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
          hosts.set(task, host);
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
        lists.pop();
        goOn(stop);
        break;
      case 'switch':
        put(act.event);
        task = act.event.task;
        if (stop > 0) goOn(stop);
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
