interface Props<T extends string> {
  readonly legend: string;
  readonly options: Readonly<Record<T, string>>;
  readonly value: T;
  onChoose(value: T): void;
}

/** A choice of one among a few visible options. */
export function RadioGroup<T extends string>({ legend, options, value, onChoose }: Props<T>) {
  const all = Object.entries(options) as [T, string][];
  return (
    <fieldset className="picture-choice">
      <legend>{legend}</legend>
      {all.map(([id, title]) => (
        <label key={id} className="choice">
          <input type="radio" name={legend} checked={id === value} onChange={() => onChoose(id)} />
          {title}
        </label>
      ))}
    </fieldset>
  );
}
