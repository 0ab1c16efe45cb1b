import { Command as Box } from 'cmdk';
import type { RefObject } from 'react';
import type { useFinder } from './use-finder.ts';

interface Props {
  readonly input: RefObject<HTMLInputElement | null>;
  readonly placeholder: string;
  readonly finder: ReturnType<typeof useFinder>;
}

/** What one types into to find a command, and beneath it what was refused. Who draws it gives it the focus, or does not. */
export const FinderField = ({ input, placeholder, finder: { query, refused, setQuery } }: Props) => (
  <>
    <Box.Input
      ref={input}
      className="field finder-input"
      placeholder={placeholder}
      value={query}
      onValueChange={setQuery}
    />
    <p className="finder-refused" role="status">
      {refused}
    </p>
  </>
);
