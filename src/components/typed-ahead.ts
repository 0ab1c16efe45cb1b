import { createContext } from 'react';

/** What a person typed before the dialog was there that they mean. Written as keys come, read once when it takes over. */
export interface TypedAhead {
  text: string;
  /** Enter came behind it: nothing more is typed, and the dialog does at once what it asks for. */
  entered: boolean;
}

export const AheadContext = createContext<TypedAhead>({ text: '', entered: false });
