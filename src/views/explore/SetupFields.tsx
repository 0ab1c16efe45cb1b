import { choicesOf, meeting } from '../../app/setup.ts';
import type { Setup } from '../../engine/model.ts';
import { ChoicePicker } from '../parts/ChoicePicker.tsx';
import { Complaint } from './Complaint.tsx';
import type { FieldsProps } from './QuestionForm.tsx';

/** Revision, architecture and era, checks, and how much a batch holds. */
export function SetupFields({ form, wrong, onChange }: FieldsProps) {
  const { setup } = form;
  const { revision, backend, era, checks } = choicesOf({ document: { setup } });
  const pick = (change: Partial<Setup>) => onChange({ setup: meeting({ ...setup, ...change }, change) });
  return (
    <>
      <div className="question-line">
        <ChoicePicker label="Revision" choices={revision} onPick={pick} />
        <ChoicePicker label="Architecture" choices={backend} onPick={pick} />
        <ChoicePicker label="Era" className="picker-narrow" choices={era} onPick={pick} />
        <ChoicePicker label="Checks" className="picker-medium" choices={checks} onPick={pick} />
      </div>
      <div className="question-line">
        <label className="choice">
          <input
            type="checkbox"
            checked={setup.panicOnWarn}
            onChange={({ target }) => onChange({ setup: { ...setup, panicOnWarn: target.checked } })}
          />
          A warning is a panic
        </label>
        <label className="choice">
          A batch holds
          <input
            className="field question-number"
            type="number"
            min={1}
            max={65535}
            placeholder="real"
            value={setup.capacity ?? ''}
            onChange={({ target }) => onChange({ setup: { ...setup, capacity: capacityOf(target.value) } })}
          />
        </label>
      </div>
      <Complaint text={wrong.setup} />
    </>
  );
}

const capacityOf = (text: string): number | null => {
  const number = Math.floor(Number(text));
  return number >= 1 && number <= 65535 ? number : null;
};
