import { FieldError } from './FieldError.tsx';
import type { FieldsProps } from './fields-props.ts';
import { NumberField } from './NumberField.tsx';

/** How far a search goes before it gives up. */
export const BoundFields = ({ form, errors, onChange }: FieldsProps) => (
  <>
    <div className="question-line">
      <NumberField
        label="Longest program"
        value={form.maxLength}
        placeholder="any"
        errors={errors.length !== undefined}
        onChange={(maxLength) => onChange({ maxLength })}
      />
      <NumberField
        label="Most states"
        value={form.maxStates}
        errors={errors.states !== undefined}
        onChange={(maxStates) => onChange({ maxStates })}
      />
    </div>
    <FieldError text={errors.length && `Longest program: ${errors.length}`} />
    <FieldError text={errors.states && `Most states: ${errors.states}`} />
  </>
);
