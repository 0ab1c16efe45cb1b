interface Props {
  readonly label: string;
  readonly value: string;
  readonly placeholder?: string;
  /** It says something that is no such number. */
  readonly wrong: boolean;
  onChange(text: string): void;
}

/** A number to be typed, behind its name. */
export const NumberField = ({ label, value, placeholder, wrong, onChange }: Props) => (
  <label className="choice">
    {label}
    <input
      className="field question-number"
      inputMode="numeric"
      value={value}
      placeholder={placeholder}
      aria-invalid={wrong}
      onChange={({ target }) => onChange(target.value)}
    />
  </label>
);
