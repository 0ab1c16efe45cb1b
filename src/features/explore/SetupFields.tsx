import { setupChoices, withSupportedRelease } from '../../app/document/setup.ts';
import { ChoicePicker } from '../../components/menu/ChoicePicker.tsx';
import { backends } from '../../engine/backends/index.ts';
import type { Setup } from '../../engine/model.ts';
import { FieldError } from './FieldError.tsx';
import type { FieldsProps } from './fields-props.ts';

/** Revision, architecture, kernel release, checks, and batch size. */
export function SetupFields({ form, errors, onChange }: FieldsProps) {
  const { setup } = form;
  const full = backends.get(setup.backend).capacity;
  const { revision, backend, era, checks } = setupChoices({ document: { setup } });
  const pick = (change: Partial<Setup>) => onChange({ setup: withSupportedRelease({ ...setup, ...change }, change) });
  return (
    <>
      <div className="query-line">
        <ChoicePicker label="Revision" choices={revision} onPick={pick} />
        <ChoicePicker label="Architecture" choices={backend} onPick={pick} />
        <ChoicePicker label="Kernel" className="picker-narrow" choices={era} onPick={pick} />
        <ChoicePicker label="Checks" className="picker-medium" choices={checks} onPick={pick} />
      </div>
      <div className="query-line">
        <label className="choice">
          <input
            type="checkbox"
            checked={setup.panicOnWarn}
            onChange={({ target }) => onChange({ setup: { ...setup, panicOnWarn: target.checked } })}
          />
          panic_on_warn: a warning ends the run
        </label>
        <label className="choice">
          Batch size
          <input
            className="field query-number"
            type="number"
            min={1}
            max={65535}
            placeholder={full === null ? 'no limit' : `${full.real}`}
            value={setup.capacity ?? ''}
            onChange={({ target }) => onChange({ setup: { ...setup, capacity: capacityOf(target.value) } })}
          />
          {full?.of ?? 'updates'}
        </label>
      </div>
      <FieldError text={errors.setup} />
    </>
  );
}

const capacityOf = (text: string): number | null => {
  const number = Math.floor(Number(text));
  return number >= 1 && number <= 65535 ? number : null;
};
