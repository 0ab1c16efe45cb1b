import type { ListedFinding } from '../../app/navigation/finding-list.ts';
import { useActions } from '../../components/hooks/context.ts';
import { InlineSign } from '../../components/svg/SignGlyph.tsx';
import { KIND_WORDS, kindOfFinding, signOfFinding } from '../../layout/finding-kind.ts';

/** A finding: its event, the broken clause with its values, why it matters, and the source of the rule. */
export function FindingCard({ item, current }: { item: ListedFinding; current: boolean }) {
  const { goTo } = useActions();
  const { slot, row, event, finding } = item;
  const { severity, broke, values, why, source } = finding;
  return (
    <button
      type="button"
      className={`finding finding-${severity}`}
      aria-current={current ? 'step' : undefined}
      onClick={() => goTo(slot)}
    >
      <span className="finding-head">
        <InlineSign kind={signOfFinding(finding)} />
        <span className={`finding-word finding-word-${severity}`}>{KIND_WORDS[kindOfFinding(finding)]}</span>
        <code className="finding-event">{event}</code>
        <span className="finding-place">event {row}</span>
      </span>
      <span className="finding-facts">
        <code className="finding-clause">{broke}</code>
        <code className="finding-values">{values}</code>
      </span>
      <span className="finding-why">{why}</span>
      <span className="finding-source">{source}</span>
    </button>
  );
}
