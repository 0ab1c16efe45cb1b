import type { Mark } from '../../layout/scene.ts';
import { SIGNS } from '../../layout/signs.ts';

/** One sign, drawn around the origin. */
export const SignGlyph = ({ kind }: { kind: Mark['kind'] }) => {
  const { d, inner } = SIGNS[kind];
  return (
    <>
      <path className="sign" d={d} />
      {inner && <path className="sign-inner" d={inner} />}
    </>
  );
};

/** A sign in running text. */
export const InlineSign = ({ kind }: { kind: Mark['kind'] }) => (
  <svg className={`mark mark-${kind} inline-sign`} viewBox="-9 -9 18 18" aria-hidden="true">
    <SignGlyph kind={kind} />
  </svg>
);
