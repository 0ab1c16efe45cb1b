import type { Checks, Era, Program } from '../../engine/model.ts';
import { assert } from '../../lib/assert.ts';
import { LIMITS } from '../text/limits.ts';
import { writeLetters } from './letters.ts';
import { encodeText } from './text-code.ts';

/** The content of a link: a program under a setup, opened at a row. */
export interface View {
  /** Id of a revision, which this build may not have. */
  readonly revision: string;
  /** 1 to `MAX_BACKENDS`. */
  readonly backends: readonly { readonly backend: string; readonly era: Era }[];
  readonly program: Program;
  /** Row of the table at which it opens; 0 is before the first. */
  readonly row: number;
  /** Position among the row's moments, from 0; absent: after the whole row. */
  readonly moment?: number;
  readonly checks: Checks;
  readonly panicOnWarn: boolean;
  /** Batch size, 1 to 65535; null keeps that of the kernel. */
  readonly capacity: number | null;
  /** At most `MAX_TITLE` characters. */
  readonly title?: string;
  /** The query of the explorer about the setup, in its own syntax; at most `MAX_QUERY` characters. */
  readonly question?: string;
}

export const MAX_BACKENDS = LIMITS.backends;

/** UTF-16 units of a link's title. */
export const MAX_TITLE = 200;

/** Maximum length of a link's query, in UTF-16 units. */
export const MAX_QUERY = 1000;

/** Ids that a link can carry: `v7.2-ptes`, `patch:4f2a`. */
export const REVISION_ID = /^[A-Za-z0-9](?:[A-Za-z0-9.:-]{0,62}[A-Za-z0-9])?$/;

/** `xen-pv`: no dot and no underscore, so that `xen-pv-7.0_s390-s390` has one reading. */
export const BACKEND_ID = /^[a-z0-9](?:[a-z0-9-]{0,30}[a-z0-9])?$/;

/** The code of an empty program. */
export const NO_EVENTS = '0';

/**
 * Writes a view as the part of an address from `#` on: `#1/<revision>/<backend-era_backend-era>/<letters>/<row>`, then options that
 * differ from the defaults, `/name` or `/name-value`. Only `A-Z a-z 0-9 . _ ~ / -` after the `#`; the last character is a
 * letter or digit, so that no mail program cuts it off.
 */
export function writeLink(view: View): string {
  assert(REVISION_ID.test(view.revision), `"${view.revision}" is not the id of a revision`);
  const backends = view.backends.map(({ backend, era }) => {
    assert(BACKEND_ID.test(backend), `"${backend}" is not the id of a backend`);
    return `${backend}-${era}`;
  });
  assert(backends.length > 0 && backends.length <= MAX_BACKENDS, `a link cannot name ${backends.length} backends`);
  const parts = [
    '#1',
    view.revision.replaceAll(':', '~'),
    backends.join('_'),
    writeLetters(view.program) || NO_EVENTS,
    String(view.row),
  ];
  if (view.moment !== undefined) parts.push(`at-${view.moment}`);
  if (view.checks !== 'kernel') parts.push(`checks-${view.checks}`);
  if (view.panicOnWarn) parts.push('panic');
  if (view.capacity !== null) parts.push(`capacity-${view.capacity}`);
  const title = view.title?.slice(0, MAX_TITLE).replace(/\p{Surrogate}/gu, '');
  if (title) parts.push(`title-${encodeText(title)}`);
  if (view.question !== undefined) {
    assert(view.question !== '' && view.question.length <= MAX_QUERY, 'a query fits into a link');
    parts.push(`ask-${encodeText(view.question)}`);
  }
  return parts.join('/');
}
