import { err, ok, type Result } from '../../lib/result.ts';
import { formatDiagnostic } from '../../lib/source.ts';
import { readAny } from '../../notation/read-any.ts';
import { tooMuchWork } from '../document/cost-estimate.ts';
import { documentOf } from '../document/document.ts';
import type { Opening } from '../document/opening.ts';
import { openView } from '../share/open-link.ts';
import { type Document, THEMES, type Theme } from '../state/state.ts';

/** What a host may ask for; each part by itself or together with others. */
export interface HostMessage {
  /** A program to show in the place of the one that is there: notation, letters, the table of a mail, or a link. */
  readonly opening: Opening | null;
  /** A step, from 1; 0 is before the first. What the run does not have is its end. */
  readonly goto: number | null;
  readonly theme: Theme | null;
}

/** Reads `{ops?, goto?, theme?}`; the error is one clause in lower case. What is not ours at all is null. */
export function readHostMessage(message: unknown, document: Document): Result<HostMessage, string> | null {
  if (typeof message !== 'object' || message === null) return null;
  const { ops, goto, theme }: Record<string, unknown> = { ...message };
  if (ops === undefined && goto === undefined && theme === undefined) return null;
  if (goto !== undefined && !(Number.isSafeInteger(goto) && Number(goto) >= 0)) {
    return err('"goto" is not the number of a step, from 0');
  }
  const chosen = THEMES.find((one) => one === theme) ?? null;
  if (theme !== undefined && chosen === null) return err(`"theme" is none of ${THEMES.join(', ')}`);
  if (ops !== undefined && typeof ops !== 'string') return err('"ops" is not a text');
  const opening = ops === undefined ? ok(null) : openingOf(ops, document);
  if (!opening.ok) return opening;
  return ok({ opening: opening.value, goto: goto === undefined ? null : Number(goto), theme: chosen });
}

/** A program runs under the setup that is there; a link brings its own. */
function openingOf(ops: string, { setup, beside }: Document): Result<Opening, string> {
  const read = readAny(ops);
  if (!read.ok) return err(`"ops": ${read.error.diagnostics.map((one) => formatDiagnostic(one)).join('; ')}`);
  if (read.value.from === 'link') return openView(read.value.view);
  const { program } = read.value;
  const work = tooMuchWork(program);
  if (work !== null) return err(`"ops": ${work}`);
  return ok({ document: documentOf(program, setup, null, beside), row: 0, moment: null });
}
