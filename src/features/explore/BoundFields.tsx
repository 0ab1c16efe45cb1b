import { FieldError } from './FieldError.tsx';
import type { FieldsProps } from './fields-props.ts';
import { NumberField } from './NumberField.tsx';

/** Limits of a search. */
export const BoundFields = ({ form, errors, onChange }: FieldsProps) => (
  <>
    <div className="query-line">
      <NumberField
        label="Max program length"
        value={form.maxLength}
        placeholder="no limit"
        errors={errors.length !== undefined}
        onChange={(maxLength) => onChange({ maxLength })}
      />
      <NumberField
        label="Max states"
        value={form.maxStates}
        errors={errors.states !== undefined}
        onChange={(maxStates) => onChange({ maxStates })}
      />
    </div>
    <FieldError text={errors.length && `Max program length: ${errors.length}`} />
    <FieldError text={errors.states && `Max states: ${errors.states}`} />
  </>
);
