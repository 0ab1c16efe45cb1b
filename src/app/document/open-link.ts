import { backends } from '../../engine/backends/index.ts';
import type { Setup } from '../../engine/model.ts';
import { revisions } from '../../engine/revisions/index.ts';
import { findRevision, prepare } from '../../engine/setup/world.ts';
import { err, ok, type Result } from '../../lib/result.ts';
import { formatDiagnostic } from '../../lib/source.ts';
import type { View } from '../../notation/link/link.ts';
import { readLink } from '../../notation/link/read-link.ts';
import { compatibleArchitectures, isSameArchitecture } from '../state/visible-architectures.ts';
import { openProgram } from './document.ts';
import type { OpenRequest } from './open-request.ts';
import { scenarioTitle } from './scenario-document.ts';

/** Reads what a link opens. The error is one clause in lower case with the position in the link. */
export function openLink(fragment: string): Result<OpenRequest, string> {
  const read = readLink(fragment);
  return read.ok ? openView(read.value) : err(read.error.map((one) => formatDiagnostic(one)).join('; '));
}

/** Opens a link that has been parsed. */
export function openView(view: View): Result<OpenRequest, string> {
  const [first] = view.backends;
  const { checks, panicOnWarn, capacity, program } = view;
  const revision = findRevision(view.revision)?.id;
  if (!first) return err('the link names no architecture');
  if (revision === undefined) {
    return err(`unknown revision "${view.revision}"; this page knows ${revisions.ids.join(', ')}`);
  }
  const setup: Setup = { revision, backend: first.backend, era: first.era, checks, panicOnWarn, capacity };
  if (!backends.find(first.backend)) {
    return err(`unknown architecture "${first.backend}"; this page knows ${backends.ids.join(', ')}`);
  }
  const world = prepare(setup);
  if (!world.ok) return world;
  const wanted = view.backends.slice(1);
  const others = compatibleArchitectures(setup, wanted).filter((one) =>
    wanted.some((other) => isSameArchitecture(one, other)),
  );
  const document = openProgram(program, setup, view.title ?? scenarioTitle(program, setup), others);
  if (!document.ok) return document;
  const remark = missingIn(setup, wanted);
  return ok({
    ...{ document: document.value, row: view.row, moment: view.moment ?? null },
    ...(remark === null ? {} : { remark }),
    ...(view.question === undefined ? {} : { query: view.question }),
  });
}

/** Names the architectures of a link that cannot be shown, with the reasons; null if all can. */
function missingIn(setup: Setup, wanted: View['backends']): string | null {
  const missing = wanted.flatMap((one) => {
    const world = prepare({ ...setup, ...one });
    return world.ok ? [] : [`${one.backend} ${one.era} (${world.error})`];
  });
  return missing.length === 0 ? null : `Some architectures of the link cannot be shown: ${missing.join('; ')}.`;
}
