import { setupChoices } from '../../app/document/setup.ts';
import { Picker } from '../../components/menu/Picker.tsx';
import { RadioGroup } from '../../components/RadioGroup.tsx';
import { FieldError } from './FieldError.tsx';
import type { FieldsProps } from './fields-props.ts';
import { NumberField } from './NumberField.tsx';

const CALLERS = {
  free: 'Any calls',
  paired: 'Matched calls',
  balanced: 'Properly nested calls',
  legal: 'Calls legal in a revision',
} as const;
const COUNTS = { '1': '1', '2': '2' } as const;

/** The caller model, and the number of tasks and CPUs. */
export function CallerFields({ form, errors, onChange }: FieldsProps) {
  const { revision } = setupChoices({ document: { setup: { ...form.setup, revision: form.legal } } });
  return (
    <>
      <RadioGroup
        legend="Callers"
        options={CALLERS}
        value={form.callers}
        onChoose={(callers) => onChange({ callers })}
      />
      {form.callers === 'legal' && (
        <Picker
          label="Legal in"
          className="picker-medium"
          options={revision.map(({ id, title, note }) => ({ id, title, note }))}
          value={form.legal}
          onPick={(legal) => onChange({ legal })}
        />
      )}
      {form.callers !== 'free' && (
        <div className="query-line">
          <NumberField
            label="Max open enables"
            value={form.enables}
            placeholder={form.callers === 'paired' ? '255' : 'no limit'}
            errors={errors.open !== undefined}
            onChange={(enables) => onChange({ enables })}
          />
          <NumberField
            label="Max open pauses"
            value={form.pauses}
            placeholder={form.callers === 'paired' ? '255' : 'no limit'}
            errors={errors.open !== undefined}
            onChange={(pauses) => onChange({ pauses })}
          />
        </div>
      )}
      <FieldError text={errors.open} />
      <div className="query-line">
        <RadioGroup
          legend="Active tasks"
          options={COUNTS}
          value={`${form.tasks}`}
          onChoose={(picked) => onChange({ tasks: picked === '2' ? 2 : 1 })}
        />
        <RadioGroup
          legend="CPUs"
          options={COUNTS}
          value={`${form.cpus}`}
          onChoose={(picked) => onChange({ cpus: picked === '2' ? 2 : 1 })}
        />
      </div>
      <FieldError text={errors.scope} />
    </>
  );
}
