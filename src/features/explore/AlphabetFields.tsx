import { PAGE_CHOICES, QUERY_EVENTS, type QueryForm } from '../../app/explore/query-form.ts';
import { RadioGroup } from '../../components/RadioGroup.tsx';
import { FieldError } from './FieldError.tsx';
import type { FieldsProps } from './fields-props.ts';

const GROUPS: readonly (readonly [title: string, words: readonly string[]])[] = [
  ['Calls', QUERY_EVENTS.calls],
  ['Page operations', QUERY_EVENTS.pages],
  ['Other', QUERY_EVENTS.others],
];
const TITLES: Readonly<Record<string, string>> = { bh: 'bottom halves off/on' };
const BETWEEN = { none: 'None', calls: 'Between calls', statements: 'Between statements' } as const;

/** What tasks may do, and what may interrupt them. */
export function AlphabetFields({ form, errors, onChange }: FieldsProps) {
  const { words, pages, interrupts, kinds, preempt } = form;
  const withPages = QUERY_EVENTS.pages.some((word) => words.includes(word));
  return (
    <>
      {GROUPS.map(([title, all]) => (
        <fieldset key={title} className="picture-choice query-words">
          <legend>{title}</legend>
          {all.map((word) => (
            <label key={word} className="choice">
              <input
                type="checkbox"
                checked={words.includes(word)}
                onChange={() => onChange({ words: toggleWord(words, word) })}
              />
              {TITLES[word] ?? word}
            </label>
          ))}
        </fieldset>
      ))}
      {withPages && (
        <RadioGroup
          legend="Pages"
          options={PAGE_CHOICES}
          value={pages}
          onChoose={(picked) => onChange({ pages: picked })}
        />
      )}
      <RadioGroup
        legend="Interrupts"
        options={BETWEEN}
        value={interrupts}
        onChoose={(picked) => onChange({ interrupts: picked })}
      />
      {interrupts !== 'none' && (
        <fieldset className="picture-choice query-words">
          <legend>Interrupt kinds</legend>
          {(['irq', 'softirq'] as const).map((kind) => (
            <label key={kind} className="choice">
              <input
                type="checkbox"
                checked={kinds.includes(kind)}
                onChange={() => onChange({ kinds: toggleKind(kinds, kind) })}
              />
              {kind}
            </label>
          ))}
        </fieldset>
      )}
      <RadioGroup
        legend="Preemption"
        options={BETWEEN}
        value={preempt}
        onChoose={(picked) => onChange({ preempt: picked })}
      />
      <FieldError text={errors.alphabet} />
    </>
  );
}

const ORDER: readonly string[] = GROUPS.flatMap(([, words]) => words);

/** Keeps a fixed order, so that searches are deterministic. */
const toggleWord = (words: readonly string[], word: string): readonly string[] =>
  ORDER.filter((one) => (one === word ? !words.includes(one) : words.includes(one)));

/** Keeps at least one kind. */
function toggleKind(kinds: QueryForm['kinds'], kind: 'irq' | 'softirq'): QueryForm['kinds'] {
  const left = (['irq', 'softirq'] as const).filter((one) => (one === kind) !== kinds.includes(one));
  return left.length > 0 ? left : kinds;
}
