import type { FormErrors, QueryForm } from '../../app/explore/query-form.ts';

export interface FieldsProps {
  readonly form: QueryForm;
  readonly errors: FormErrors;
  onChange(change: Partial<QueryForm>): void;
}
