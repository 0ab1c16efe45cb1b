import type { AppState } from '../state/state.ts';

/** The link from `#` on, as a command copies it; the error is why there is none. Its writer is fetched first. */
export async function linkText(state: AppState): Promise<string> {
  const { linkOf } = await import('./link.ts');
  const link = linkOf(state);
  if (!link.ok) throw new Error(link.error);
  return link.value;
}
