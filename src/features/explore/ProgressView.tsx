import type { ActiveQuery } from '../../app/explore/explorer.ts';
import { memoryLimit } from '../../app/explore/memory-limit.ts';
import { formatCount, formatDuration, formatMegabytes, formatRate } from './format-numbers.ts';
import { useExplorer, useExplorerState } from './use-explorer.ts';

/** Progress of a search. The numbers change ten times per second and are not announced. */
export function ProgressView({ active }: { active: ActiveQuery }) {
  const explorer = useExplorer();
  const progress = useExplorerState((state) => state.progress);
  const { states = 0, length = 0, ms = 0, bytes = 0 } = progress ?? {};
  const { maxStates } = active.query.bounds;
  return (
    <>
      <p className="answer-verdict" role="status">
        Searching…
      </p>
      <progress className="answer-bar" aria-label="States found, out of the maximum" value={states} max={maxStates} />
      <dl className="answer-facts numbers">
        <Fact name="States" value={`${formatCount(states)} of at most ${formatCount(maxStates)}`} />
        <Fact name="States per second" value={formatRate(states, ms) ?? '…'} />
        <Fact name="Current length" value={`${length}`} />
        <Fact
          name="Memory"
          value={`${formatMegabytes(bytes)} MB of at most ${formatMegabytes(memoryLimit(navigator))} MB`}
        />
        <Fact name="Time" value={formatDuration(ms)} />
      </dl>
      <div className="answer-tools">
        <button type="button" className="button" onClick={() => explorer.cancel()}>
          Cancel
        </button>
      </div>
    </>
  );
}

const Fact = ({ name, value }: { name: string; value: string }) => (
  <div>
    <dt>{name}</dt>
    <dd>{value}</dd>
  </div>
);
