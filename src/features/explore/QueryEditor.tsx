import type { ReactNode } from 'react';
import { memoryLimit } from '../../app/explore/memory-limit.ts';
import { parseForm, type QueryForm } from '../../app/explore/query-form.ts';
import { describeQuery } from '../../explore/queries/descriptions.ts';
import { AlphabetFields } from './AlphabetFields.tsx';
import { BoundFields } from './BoundFields.tsx';
import { CallerFields } from './CallerFields.tsx';
import type { FieldsProps } from './fields-props.ts';
import { formatCount, formatMegabytes } from './format-numbers.ts';
import { SetupFields } from './SetupFields.tsx';
import { TargetFields } from './TargetFields.tsx';
import { useExplorer } from './use-explorer.ts';

/** Id of the form, for the submit button outside of it. */
const FORM = 'query';

/** The form of a query. */
export function QueryEditor({ form }: { form: QueryForm }) {
  const explorer = useExplorer();
  const query = parseForm(form);
  const errors = query.ok ? {} : query.error;
  const fields: FieldsProps = { form, errors, onChange: (change) => explorer.setForm({ ...form, ...change }) };
  return (
    <form
      id={FORM}
      className="query"
      aria-label="Query"
      onSubmit={(event) => {
        event.preventDefault();
        if (query.ok) explorer.run(query.value);
      }}
    >
      <Part title="Query">
        <TargetFields {...fields} />
      </Part>
      <Part title="Setup">
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

/** The query in plain words, or what is missing. */
export function QuerySummary({ form }: { form: QueryForm }) {
  const query = parseForm(form);
  return (
    <div className="query-end">
      {query.ok ? (
        <>
          <p>{describeQuery(query.value)}</p>
          <p className="query-note">
            Stops at {formatCount(query.value.bounds.maxStates)} states or {formatMegabytes(memoryLimit(navigator))} MB
            of memory.
          </p>
        </>
      ) : (
        <p className="query-wrong" role="alert">
          Cannot search yet: {Object.values(query.error).join('; ')}.
        </p>
      )}
      <button type="submit" form={FORM} className="button button-primary" aria-disabled={!query.ok || undefined}>
        Search
      </button>
    </div>
  );
}

const Part = ({ title, children }: { title: string; children: ReactNode }) => (
  <fieldset className="query-part">
    <legend>{title}</legend>
    <div className="query-fields">{children}</div>
  </fieldset>
);
