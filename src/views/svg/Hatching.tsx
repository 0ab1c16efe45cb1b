/** The hatching of pauses: told from a plain fill in greyscale and in print. */
export const Hatching = () => (
  <defs>
    <pattern id="hatching" width="7" height="7" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
      <rect className="hatching-ground" width="7" height="7" />
      <line className="hatching-line" x1="0" y1="0" x2="0" y2="7" />
    </pattern>
  </defs>
);
