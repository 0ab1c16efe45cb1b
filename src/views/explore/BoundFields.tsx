import { Complaint } from './Complaint.tsx';
import type { FieldsProps } from './QuestionForm.tsx';

/** How far a search goes before it gives up. */
export const BoundFields = ({ form, wrong, onChange }: FieldsProps) => (
  <>
    <div className="question-line">
      <label className="choice">
        Longest program
        <input
          className="field question-number"
          inputMode="numeric"
          value={form.maxLength}
          placeholder="any"
          aria-invalid={wrong.length !== undefined}
          onChange={({ target }) => onChange({ maxLength: target.value })}
        />
      </label>
      <label className="choice">
        Most states
        <input
          className="field question-number"
          inputMode="numeric"
          value={form.maxStates}
          aria-invalid={wrong.states !== undefined}
          onChange={({ target }) => onChange({ maxStates: target.value })}
        />
      </label>
    </div>
    <Complaint text={wrong.length && `Longest program: ${wrong.length}`} />
    <Complaint text={wrong.states && `Most states: ${wrong.states}`} />
  </>
);
