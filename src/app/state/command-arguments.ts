import type { CallEvent, PageRef, TaskId } from '../../engine/model.ts';

/** A place inside a call: after a statement of the helper, where the cursor stands. */
export interface CallPosition {
  readonly event: CallEvent;
  /** Index path of the call. */
  readonly path: readonly number[];
  /** Of the helper's listing. */
  readonly statement: number;
  /** The block that takes what is added, by its number among the call's; one more is made where there is none. */
  readonly block: number;
}

/** One thing that a command can be done with; whether it can is for `when` to say. */
export interface CommandChoice {
  /** Unique within the command: `args.choice`. */
  readonly id: string;
  readonly title: string;
  /** A quieter line; empty for none. */
  readonly note: string;
  /** How things are already. */
  readonly chosen: boolean;
}

/** What a control may say more exactly; everything has a default. */
export interface Args {
  /** The row to act on; the caret's by default. */
  readonly row?: number;
  /** The place inside a call where an event is added, in place of a row. */
  readonly inside?: CallPosition;
  readonly page?: PageRef;
  readonly task?: TaskId;
  readonly cpu?: number;
  /** The text of a note. */
  readonly text?: string;
  /** The id of one of the command's choices. */
  readonly choice?: string;
}
