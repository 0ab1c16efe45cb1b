import { createContext } from 'react';

/** Text typed for a dialog that is still loading. Written as keys arrive, read once by the dialog. */
export interface TypeAhead {
  text: string;
  /** Enter was pressed: the dialog runs the query as soon as it has loaded. */
  entered: boolean;
}

export const TypeAheadContext = createContext<TypeAhead>({ text: '', entered: false });
