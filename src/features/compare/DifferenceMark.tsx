import { DIFFERENCE_WORDS, type RowDifference } from '../../layout/compare/difference.ts';

/** A sign and a word, so that no colour is needed; nothing where there is nothing to mark. */
export function DifferenceMark({ difference }: { difference: RowDifference }) {
  const [sign, word] = DIFFERENCE_WORDS[difference];
  if (word === '') return null;
  return (
    <span className="compare-mark">
      <span aria-hidden="true">{sign}</span> {word}
    </span>
  );
}
