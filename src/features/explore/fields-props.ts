import type { InquiryForm, Wrong } from '../../app/explore/inquiry-form.ts';

export interface FieldsProps {
  readonly form: InquiryForm;
  readonly wrong: Wrong;
  onChange(change: Partial<InquiryForm>): void;
}
