import { useApp } from '../../components/hooks/context.ts';
import type { Trace } from '../../engine/run/run.ts';
import { describeRunEnd } from '../../layout/inspector/run-end.ts';

/** Explains after the last column why the run stopped, and which calls never ended. */
export function RunEnd({ trace, visibleRuns, at }: { trace: Trace; visibleRuns: readonly Trace[]; at: number }) {
  // How a run ends is known once all runs are complete.
  const running = useApp((state) => state.running);
  if (running) return null;
  const { rows, length } = trace;
  const longer = visibleRuns.filter((one) => one.length > length).map(({ world }) => world.backend.title);
  const sentences = [
    ...(rows.length === 0 ? ['Empty program: add or type an event.'] : []),
    ...describeRunEnd(trace),
    ...(longer.length > 0
      ? [`The run continues on ${longer.join(', ')}: press the name of its lane to select it.`]
      : []),
  ];
  return (
    sentences.length > 0 && (
      <p className="run-end" style={{ left: at }}>
        {sentences.join(' ')}
      </p>
    )
  );
}
