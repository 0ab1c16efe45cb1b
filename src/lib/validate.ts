import { type BaseIssue, type BaseSchema, type InferOutput, safeParse } from 'valibot';
import { err, ok, type Result } from './result.ts';

type Schema = BaseSchema<unknown, unknown, BaseIssue<unknown>>;

/**
 * Checks data from outside against a schema. The error is one clause in lower case about the first thing that is wrong:
 * the reason given for the field it is in, else that of the schema.
 */
export function validate<S extends Schema>(
  schema: S,
  value: unknown,
  reasons: Readonly<Record<string, string>> = {},
): Result<InferOutput<S>, string> {
  const parsed = safeParse(schema, value, { abortEarly: true });
  if (parsed.success) return ok(parsed.output);
  const [issue] = parsed.issues;
  return err(reasons[String(issue.path?.[0].key)] ?? issue.message);
}
