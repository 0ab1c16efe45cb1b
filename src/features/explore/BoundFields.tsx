import { Complaint } from './Complaint.tsx';
import type { FieldsProps } from './fields-props.ts';
import { NumberField } from './NumberField.tsx';

/** How far a search goes before it gives up. */
export const BoundFields = ({ form, wrong, onChange }: FieldsProps) => (
  <>
    <div className="question-line">
      <NumberField
        label="Longest program"
        value={form.maxLength}
        placeholder="any"
        wrong={wrong.length !== undefined}
        onChange={(maxLength) => onChange({ maxLength })}
      />
      <NumberField
        label="Most states"
        value={form.maxStates}
        wrong={wrong.states !== undefined}
        onChange={(maxStates) => onChange({ maxStates })}
      />
    </div>
    <Complaint text={wrong.length && `Longest program: ${wrong.length}`} />
    <Complaint text={wrong.states && `Most states: ${wrong.states}`} />
  </>
);
