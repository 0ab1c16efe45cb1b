import type { Machine } from '../../engine/model.ts';
import type { Trace } from '../../engine/run/run.ts';

const OVER: Readonly<Record<NonNullable<Machine['over']>, string>> = {
  bug: 'A BUG ended the run.',
  stop: 'The first check that fired ended the run.',
  panic: 'The machine panicked on a warning.',
};

/** Describes why a run stopped early, and which calls never ended; empty for a complete run. */
export function describeRunEnd(trace: Trace): readonly string[] {
  const { end, unfinished, rows, length } = trace;
  const missing = rows.length - length;
  const sentences = [
    end.over !== null && OVER[end.over],
    missing > 0 && `${missing} ${missing === 1 ? 'event' : 'events'} did not run.`,
    unfinished.length > 0 && `A call of task ${unfinished.join(', ')} never resumes.`,
  ];
  return sentences.filter((part) => part !== false);
}
