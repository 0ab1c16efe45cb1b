import { backends } from '../engine/backends/index.ts';
import type { Setup } from '../engine/model.ts';
import { revisions } from '../engine/revisions/index.ts';
import { prepare } from '../engine/world.ts';
import { err, ok, type Result } from '../lib/result.ts';
import { formatDiagnostic } from '../lib/source.ts';
import { BACKEND, REVISION, type View, writeLink } from '../notation/link.ts';
import { readLink } from '../notation/read-link.ts';
import { documentOf } from './document.ts';
import { memoLast } from './memo.ts';
import type { Opening } from './opening.ts';
import { isScenarioTitle, scenarioTitle } from './scenario-document.ts';
import type { AppState, Document } from './state.ts';

/** Characters of a link; what is longer no mail program and no address bar carries safely. */
const MOST = 30_000;

/** The link that opens at this step, from `#` on; or why there is none. */
export const linkOf = ({ document, trace, cursor }: Pick<AppState, 'document' | 'trace' | 'cursor'>) =>
  write(document, cursor.slot < 0 ? 0 : trace.rowAt(cursor.slot).number, cursor.moment);

const write = memoLast((document: Document, row: number, moment: number | null): Result<string, string> => {
  const { program, setup } = document;
  // Letters are hardly ever shorter than a third of a character an event, even with repeats folded.
  if (program.length > 4 * MOST) return err(`${program.length} events are too many for a link`);
  if (!REVISION.test(setup.revision) || !BACKEND.test(setup.backend)) return err('no link can name this setup');
  // A scenario's name comes back by itself with its program, so that links need not carry it.
  const title = isScenarioTitle(document.title) ? null : document.title;
  const link = writeLink({
    revision: setup.revision,
    backends: [{ backend: setup.backend, era: setup.era }],
    program,
    row,
    ...(moment === null ? {} : { moment }),
    checks: setup.checks,
    panicOnWarn: setup.panicOnWarn,
    capacity: setup.capacity,
    ...(title === null ? {} : { title }),
  });
  if (link.length <= MOST) return ok(link);
  return err(`the link would have ${link.length} characters, at most ${MOST} are safe`);
});

/** What a link opens; the error is one clause in lower case, with the place in the link where it is wrong. */
export function openLink(fragment: string): Result<Opening, string> {
  const read = readLink(fragment);
  return read.ok ? openView(read.value) : err(read.error.map((one) => formatDiagnostic(one)).join('; '));
}

/** The same of a link that was read. */
export function openView(view: View): Result<Opening, string> {
  const [first] = view.backends;
  const { revision, checks, panicOnWarn, capacity, program } = view;
  if (!first) return err('the link names no architecture');
  const setup: Setup = { revision, backend: first.backend, era: first.era, checks, panicOnWarn, capacity };
  if (!revisions.find(revision))
    return err(`this page has no revision "${revision}": it has ${revisions.ids.join(', ')}`);
  if (!backends.find(first.backend)) {
    return err(`this page has no architecture "${first.backend}": it has ${backends.ids.join(', ')}`);
  }
  const world = prepare(setup);
  if (!world.ok) return world;
  const document = documentOf(program, setup, view.title ?? scenarioTitle(program, setup));
  return ok({ document, row: view.row, moment: view.moment ?? null });
}
