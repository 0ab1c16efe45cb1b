import type { ReactNode } from 'react';
import { bytesOf } from '../../app/explore/explorer.ts';
import { type InquiryForm, inquiryOf } from '../../app/explore/inquiry-form.ts';
import { bytesPerState } from '../../explore/queries/memory.ts';
import { inquiryText } from '../../explore/queries/words.ts';
import { AboutFields } from './AboutFields.tsx';
import { AlphabetFields } from './AlphabetFields.tsx';
import { BoundFields } from './BoundFields.tsx';
import { CallerFields } from './CallerFields.tsx';
import type { FieldsProps } from './fields-props.ts';
import { counted, megabytes } from './numbers.ts';
import { SetupFields } from './SetupFields.tsx';
import { useExplorer } from './use-explorer.ts';

/** The form that the button to ask belongs to, wherever that stands. */
const FORM = 'question';

/** A question as it is made. */
export function QuestionForm({ form }: { form: InquiryForm }) {
  const explorer = useExplorer();
  const inquiry = inquiryOf(form);
  const wrong = inquiry.ok ? {} : inquiry.error;
  const fields: FieldsProps = { form, wrong, onChange: (change) => explorer.fill({ ...form, ...change }) };
  return (
    <form
      id={FORM}
      className="question"
      aria-label="Question"
      onSubmit={(event) => {
        event.preventDefault();
        if (inquiry.ok) explorer.ask(inquiry.value);
      }}
    >
      <Part title="Question">
        <AboutFields {...fields} />
      </Part>
      <Part title="Kernel">
        <SetupFields {...fields} />
      </Part>
      <Part title="Events">
        <AlphabetFields {...fields} />
      </Part>
      <Part title="Callers">
        <CallerFields {...fields} />
      </Part>
      <Part title="Limits">
        <BoundFields {...fields} />
      </Part>
    </form>
  );
}

/** What will be asked, in plain words, or why it cannot be yet. */
export function QuestionEnd({ form }: { form: InquiryForm }) {
  const inquiry = inquiryOf(form);
  return (
    <div className="question-end">
      {inquiry.ok ? (
        <>
          <p>{inquiryText(inquiry.value)}</p>
          <Memory inquiry={inquiry.value} />
        </>
      ) : (
        <p className="question-wrong" role="alert">
          Not asked yet: {Object.values(inquiry.error).join('; ')}.
        </p>
      )}
      <button type="submit" form={FORM} className="button button-primary" aria-disabled={!inquiry.ok || undefined}>
        Ask
      </button>
    </div>
  );
}

/** An upper bound, and said as one: most spaces are far smaller. */
function Memory({ inquiry }: { inquiry: Parameters<typeof bytesPerState>[0] }) {
  const { maxStates } = inquiry.bounds;
  const bytes = bytesOf({ inquiry, perState: bytesPerState(inquiry) ?? 0, known: null, nth: 1 }, maxStates);
  return (
    <p className="question-note">
      Memory is taken only for states that are found; at {counted(maxStates)} of them the search would stop, with about{' '}
      {megabytes(bytes)} MB.
    </p>
  );
}

const Part = ({ title, children }: { title: string; children: ReactNode }) => (
  <fieldset className="question-part">
    <legend>{title}</legend>
    <div className="question-fields">{children}</div>
  </fieldset>
);
