import { useState } from 'react';
import type { PaletteEntry } from '../../app/command/palette.ts';
import { useActions } from '../../components/hooks/context.ts';

/** State of a command search, starting with the text typed before the dialog had loaded. */
export function useFinder(ahead: string) {
  const { runEntry } = useActions();
  const [query, setQuery] = useState(ahead);
  const [refused, setRefused] = useState('');
  return {
    query,
    /** Why the last entry could not run; empty if none was refused. */
    refused,
    setQuery(text: string) {
      setQuery(text);
      setRefused('');
    },
    /** Runs an entry, or says why it cannot run now. */
    run(entry: PaletteEntry) {
      if (entry.possible === true) runEntry(entry);
      else setRefused(`${entry.title}: ${entry.possible}`);
    },
  };
}
