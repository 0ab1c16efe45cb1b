import type { Result } from '../lib/result.ts';

/** What the command uses besides its arguments. Texts are UTF-8; an error says in a few words why a file cannot be read. */
export interface Io {
  readonly version: string;
  /** Standard input is a terminal: it waits until somebody types. */
  readonly isStdinTerminal: boolean;
  readStdin(): Promise<Result<string, string>>;
  readFile(path: string): Promise<Result<string, string>>;
  /** Resolves when more may be written. */
  stdout(text: string): Promise<void>;
  stderr(text: string): void;
}

/** The exit codes. */
export const EXIT = {
  /** Nothing worse than a note. */
  clean: 0,
  /** A finding, a broken rule, a difference or a wrong table row. */
  found: 1,
  /** Bad input or usage. */
  usage: 2,
  /** A search stopped at a bound without a verdict. */
  bounded: 3,
  /** Standard output was closed before all was written; the shell's code for SIGPIPE. */
  closed: 141,
  /** A bug in this program. */
  bug: 70,
} as const;
