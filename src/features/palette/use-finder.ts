import { useState } from 'react';
import type { PaletteEntry } from '../../app/command/palette.ts';
import { useActions } from '../../components/hooks/context.ts';

/** What is typed to find a command, from what was typed ahead on, and what Enter comes to. */
export function useFinder(ahead: string) {
  const { runEntry } = useActions();
  const [query, setQuery] = useState(ahead);
  const [refused, setRefused] = useState('');
  return {
    query,
    /** Why the last one was not done; empty: nothing was refused. */
    refused,
    setQuery(text: string) {
      setQuery(text);
      setRefused('');
    },
    /** Does an entry, or says why that cannot be done now. */
    run(entry: PaletteEntry) {
      if (entry.possible === true) runEntry(entry);
      else setRefused(`${entry.title}: ${entry.possible}`);
    },
  };
}
