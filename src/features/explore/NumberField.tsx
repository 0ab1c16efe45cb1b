interface Props {
  readonly label: string;
  readonly value: string;
  readonly placeholder?: string;
  /** Whether the text is not a valid number. */
  readonly errors: boolean;
  onChange(text: string): void;
}

/** A labelled number field. */
export const NumberField = ({ label, value, placeholder, errors, onChange }: Props) => (
  <label className="choice">
    {label}
    <input
      className="field query-number"
      inputMode="numeric"
      value={value}
      placeholder={placeholder}
      aria-invalid={errors}
      onChange={({ target }) => onChange(target.value)}
    />
  </label>
);
