import type { Entry } from '../lib/registry.ts';
import type { Arguments, Options } from './arguments.ts';
import type { Io } from './io.ts';

/** One word after `lazymmu`. */
export interface Command extends Entry {
  /** What it does, in a few words. */
  readonly title: string;
  /** What stands behind its name, in the usage line. */
  readonly usage: string;
  readonly options: Options;
  /** Lines under the options of its help. */
  readonly notes: readonly string[];
  /** Does it; the exit code is one of EXIT. Only a bug of ours throws. */
  run(args: Arguments, io: Io): Promise<number>;
}
