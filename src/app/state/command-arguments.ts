import type { CallEvent, PageRef, TaskId } from '../../engine/model.ts';

/** A position inside a call, after a statement of the helper. */
export interface CallPosition {
  readonly event: CallEvent;
  /** Index path of the call. */
  readonly path: readonly number[];
  /** Number of the statement in the helper's listing. */
  readonly statement: number;
  /** Index of the block that takes new events; at the end of the list, a new block. */
  readonly block: number;
}

/** One choice of a command; `when` says whether it is possible. */
export interface CommandChoice {
  /** The value of `args.choice`, unique within the command. */
  readonly id: string;
  readonly title: string;
  /** A secondary line; empty for none. */
  readonly note: string;
  /** Whether this is the present state. */
  readonly chosen: boolean;
}

/** Details of a command; each has a default. */
export interface Args {
  /** The row to act on; by default the row at the caret. */
  readonly row?: number;
  /** Where a new event goes inside a call, instead of after a row. */
  readonly inside?: CallPosition;
  readonly page?: PageRef;
  readonly task?: TaskId;
  readonly cpu?: number;
  /** The text of a note. */
  readonly text?: string;
  /** The id of one of the command's choices. */
  readonly choice?: string;
}
