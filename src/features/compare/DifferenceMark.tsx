import { DIFFERENCE_WORDS, type RowDifference } from '../../layout/compare/difference.ts';

/** Marks a difference with a sign and a word, so that it does not depend on colour. */
export function DifferenceMark({ difference }: { difference: RowDifference }) {
  const [sign, word] = DIFFERENCE_WORDS[difference];
  if (word === '') return null;
  return (
    <span className="compare-mark">
      <span aria-hidden="true">{sign}</span> {word}
    </span>
  );
}
