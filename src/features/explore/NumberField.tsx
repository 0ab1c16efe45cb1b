interface Props {
  readonly label: string;
  readonly value: string;
  readonly placeholder?: string;
  /** It says something that is no such number. */
  readonly errors: boolean;
  onChange(text: string): void;
}

/** A number to be typed, behind its name. */
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
