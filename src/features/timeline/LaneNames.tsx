import { useActions } from '../../components/hooks/context.ts';
import { insertWordBreaks } from '../../components/insert-word-breaks.tsx';
import type { Lane } from '../../layout/scene.ts';

/** The names of the lanes, at the left of the scrolling drawing. */
export const LaneNames = ({ lanes, height }: { lanes: readonly Lane[]; height: number }) => (
  <div className="lane-names" style={{ height }}>
    {lanes.map((lane) => (
      <div key={lane.id}>
        <div
          className={`lane-name lane-name-${kindOf(lane)}`}
          data-main={lane.architecture?.main || undefined}
          style={{ top: lane.y, height: lane.height }}
        >
          <Title lane={lane} />
          <span className="lane-subtitle">{insertWordBreaks(lane.subtitle)}</span>
        </div>
        {lane.caption !== undefined && (
          <span className="lane-caption" style={{ top: lane.y + lane.height }}>
            <span className="lane-caption-text">{lane.caption.text}</span>
            <span className="lane-caption-brief">{lane.caption.brief}</span>
          </span>
        )}
      </div>
    ))}
  </div>
);

/** The name of a lane; that of another architecture selects its run. */
function Title({ lane: { title, architecture } }: { lane: Lane }) {
  const { selectArchitecture } = useActions();
  if (!architecture || architecture.main) return <span className="lane-title">{title}</span>;
  const { backend, era } = architecture;
  return (
    <button
      type="button"
      className="lane-title lane-button"
      title={`Select the run on ${title} at ${era}`}
      onClick={() => selectArchitecture({ backend, era })}
    >
      {title}
    </button>
  );
}

/** `field:A:enable_count` is a field, `backend:arm64-7.0` an architecture. */
const kindOf = ({ id }: Lane) => id.replace(/:.*$/, '');
