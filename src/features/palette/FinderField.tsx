import { Command as Box } from 'cmdk';
import type { RefObject } from 'react';
import type { useFinder } from './use-finder.ts';

interface Props {
  readonly input: RefObject<HTMLInputElement | null>;
  readonly placeholder: string;
  readonly finder: ReturnType<typeof useFinder>;
}

/** Search field, and below it why an entry was refused. The owner decides about the focus. */
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
