import { minValue, number, object, optional, picklist, pipe, safeInteger, string } from 'valibot';
import type { Result } from '../../lib/result.ts';
import { validate } from '../../lib/validate.ts';
import { THEMES, type Theme } from '../state/state.ts';

/** What a host may ask for; each part by itself or together with others. */
export interface HostMessage {
  /** A program to show in place of the present one: notation, letters, the table of a mail, or a link. */
  readonly ops?: string | undefined;
  /** A step, from 1; 0 is before the first. A step behind the end of the run is its end. */
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

/** Reads `{ops?, goto?, theme?}`; the error is one clause in lower case. A message without any of these is not ours: null. */
export function readHostMessage(message: unknown): Result<HostMessage, string> | null {
  if (typeof message !== 'object' || message === null) return null;
  const fields: Readonly<Record<string, unknown>> = { ...message };
  if (Object.keys(schema.entries).every((name) => fields[name] === undefined)) return null;
  return validate(schema, fields, REASONS);
}
