import { type Asked, bytesOf } from '../../app/explore/explorer.ts';
import { counted, duration, megabytes, perSecond } from './numbers.ts';
import { useExplorer, useExploring } from './use-explorer.ts';

/** How far a search is; the numbers change ten times a second and are not read out. */
export function ProgressView({ asked }: { asked: Asked }) {
  const explorer = useExplorer();
  const gone = useExploring((state) => state.gone);
  const { states = 0, length = 0, ms = 0 } = gone ?? {};
  const { maxStates } = asked.inquiry.bounds;
  return (
    <>
      <p className="answer-verdict" role="status">
        Searching …
      </p>
      <progress className="answer-bar" aria-label="States, of the most that are kept" value={states} max={maxStates} />
      <dl className="answer-facts numbers">
        <Fact name="States" value={`${counted(states)} of at most ${counted(maxStates)}`} />
        <Fact name="States a second" value={perSecond(states, ms) ?? '…'} />
        <Fact name="Length tried now" value={`${length}`} />
        <Fact
          name="Memory"
          value={`${megabytes(bytesOf(asked, states))} MB so far, ${megabytes(bytesOf(asked, maxStates))} MB at the most`}
        />
        <Fact name="Time" value={duration(ms)} />
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
