import { Fragment } from 'react';
import type { Lane } from '../../layout/scene.ts';

/** The names of the lanes, at the left of the drawing, which scrolls beneath them. */
export const LaneNames = ({ lanes, height }: { lanes: readonly Lane[]; height: number }) => (
  <div className="lane-names" style={{ height }}>
    {lanes.map((lane) => (
      <div key={lane.id} className={`lane-name lane-name-${kindOf(lane)}`} style={{ top: lane.y, height: lane.height }}>
        <span className="lane-title">{lane.title}</span>
        <span className="lane-subtitle">{breakable(lane.subtitle)}</span>
      </div>
    ))}
  </div>
);

/** `field:A:enable_count` is a field, `backend` the backend. */
const kindOf = ({ id }: Lane) => id.replace(/:.*$/, '');

/** A long C name may go on in the next line after an underscore. */
const breakable = (text: string) =>
  text.split(/(?<=_)/).map((piece, index) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: pieces have no other order than the text's
    <Fragment key={index}>
      {piece}
      <wbr />
    </Fragment>
  ));
