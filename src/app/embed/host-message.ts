import { minValue, number, object, optional, picklist, pipe, safeInteger, string } from 'valibot';
import type { Result } from '../../lib/result.ts';
import { validate } from '../../lib/validate.ts';
import { THEMES, type Theme } from '../state/state.ts';

/** A request of the host; every part is optional. */
export interface HostMessage {
  /** A program that replaces the current one: notation, letters, the table of a mail, or a link. */
  readonly ops?: string | undefined;
  /** A 1-based step; 0 is before the first. A step past the end of the run is its end. */
  readonly goto?: number | undefined;
  readonly theme?: Theme | undefined;
}

const schema = object({
  goto: optional(pipe(number(), safeInteger(), minValue(0))),
  theme: optional(picklist(THEMES)),
  ops: optional(string()),
});

const REASONS = {
  goto: '"goto" must be a step number, 0 or more',
  theme: `"theme" must be one of ${THEMES.join(', ')}`,
  ops: '"ops" must be a string',
};

/** Reads `{ops?, goto?, theme?}`; the error is one clause in lower case. Returns null for a message without any of these. */
export function readHostMessage(message: unknown): Result<HostMessage, string> | null {
  if (typeof message !== 'object' || message === null) return null;
  const fields: Readonly<Record<string, unknown>> = { ...message };
  if (Object.keys(schema.entries).every((name) => fields[name] === undefined)) return null;
  return validate(schema, fields, REASONS);
}
