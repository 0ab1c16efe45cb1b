import type { Difference } from '../../layout/compare/difference.ts';

const MARKS: Readonly<Record<Difference, readonly [sign: string, word: string]>> = {
  none: ['', ''],
  inside: ['≈', 'inside only'],
  updates: ['≠', 'updates differ'],
  outside: ['≠', 'differs'],
};

/** A sign and a word, so that no colour is needed; nothing where there is nothing to mark. */
export function DifferenceMark({ difference }: { difference: Difference }) {
  const [sign, word] = MARKS[difference];
  if (word === '') return null;
  return (
    <span className="compare-mark">
      <span aria-hidden="true">{sign}</span> {word}
    </span>
  );
}
