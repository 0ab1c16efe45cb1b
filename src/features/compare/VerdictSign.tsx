import { Icon } from '../../components/Icon.tsx';
import { insertWordBreaks } from '../../components/insert-word-breaks.tsx';
import { InlineSign } from '../../components/svg/SignGlyph.tsx';
import { type RunVerdict, VERDICT_SIGNS, VERDICT_WORDS } from '../../layout/compare/verdict.ts';

/** A verdict as sign and word, followed by `why` where there is room. */
export const VerdictSign = ({ verdict, why = '' }: { verdict: RunVerdict; why?: string }) => (
  <span className={`verdict verdict-${verdict}`}>
    {verdict === 'clean' ? <Icon name="check" /> : <InlineSign kind={VERDICT_SIGNS[verdict]} />}
    <span>
      <b>{VERDICT_WORDS[verdict][0]}</b>
      {why !== '' && <span className="verdict-why"> {insertWordBreaks(why)}</span>}
    </span>
  </span>
);
