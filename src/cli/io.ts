import type { Result } from '../lib/result.ts';

/** What the command touches beside its arguments. Texts are UTF-8; an error says in a few words why a file cannot be read. */
export interface Io {
  readonly version: string;
  readStdin(): Promise<Result<string, string>>;
  readFile(path: string): Promise<Result<string, string>>;
  /** Resolves when more may be written. */
  stdout(text: string): Promise<void>;
  stderr(text: string): void;
}

/** What the command's exit code means (design 7). */
export const EXIT = {
  /** Nothing above `note`. */
  clean: 0,
  /** A finding, a broken rule, a difference or a wrong table row. */
  found: 1,
  /** Bad input or usage. */
  usage: 2,
  /** A search stopped at a bound without a verdict. */
  bounded: 3,
  /** Our own bug. */
  bug: 70,
} as const;
