import { Command as Box } from 'cmdk';
import { useFocus } from '../hooks/use-focus.ts';

interface Props {
  readonly placeholder: string;
  readonly value: string;
  /** Why what was asked for cannot be done; empty: nothing was refused. */
  readonly refused: string;
  onQuery(text: string): void;
}

/** What one types into to find a command, and beneath it what was refused. */
export function FinderField({ placeholder, value, refused, onQuery }: Props) {
  const input = useFocus<HTMLInputElement>();
  return (
    <>
      <Box.Input
        ref={input}
        className="field finder-input"
        placeholder={placeholder}
        value={value}
        onValueChange={onQuery}
      />
      <p className="finder-refused" role="status">
        {refused}
      </p>
    </>
  );
}
