import { HATCHING } from '../../layout/metrics.ts';

const { size, stripe, degrees } = HATCHING;

/** The hatching of pauses. */
export const Hatching = () => (
  <defs>
    <pattern
      id="hatching"
      width={size}
      height={size}
      patternUnits="userSpaceOnUse"
      patternTransform={`rotate(${degrees})`}
    >
      <rect className="hatching-ground" width={size} height={size} />
      <line className="hatching-line" x1="0" y1="0" x2="0" y2={size} strokeWidth={stripe} />
    </pattern>
  </defs>
);
