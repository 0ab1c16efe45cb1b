import { err, ok, type Result } from './result.ts';

/** Runs what may throw; the error is its reason. */
export function attempt<T>(act: () => T): Result<T, string> {
  try {
    return ok(act());
  } catch (error) {
    return err(reasonOf(error));
  }
}

/** Why something failed, in the words of what was thrown. */
export const reasonOf = (error: unknown): string =>
  error instanceof Error ? error.message || error.name : String(error);
