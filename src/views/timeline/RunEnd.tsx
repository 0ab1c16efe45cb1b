import type { Machine } from '../../engine/model.ts';
import type { Trace } from '../../engine/run.ts';

const OVER: Readonly<Record<NonNullable<Machine['over']>, string>> = {
  bug: 'A BUG ended the run.',
  stop: 'The first check that fired ended the run.',
  panic: 'The machine panicked on a warning.',
};

/** Behind the last column: why there are no more, and which calls never came to their end. */
export function RunEnd({ trace, shown, at }: { trace: Trace; shown: readonly Trace[]; at: number }) {
  const { end, unfinished, rows, length } = trace;
  const missing = rows.length - length;
  const longer = shown.filter((one) => one.length > length).map(({ world }) => world.backend.title);
  const told = [
    length === 0 && missing === 0 && 'Nothing yet: add an event, or type one.',
    end.over !== null && OVER[end.over],
    missing > 0 && `${missing} ${missing === 1 ? 'row' : 'rows'} did not happen.`,
    longer.length > 0 && `The run goes on on ${longer.join(', ')}: press the name of its lane to look at it.`,
    unfinished.length > 0 && `A call of task ${unfinished.join(', ')} never goes on.`,
  ].filter((part) => part !== false);
  return (
    told.length > 0 && (
      <p className="run-end" style={{ left: at }}>
        {told.join(' ')}
      </p>
    )
  );
}
