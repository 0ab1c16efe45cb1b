import type { Finding, Program, Setup } from '../../engine/model.ts';
import { inspect, run, type Trace } from '../../engine/run/run.ts';
import { prepare } from '../../engine/setup/world.ts';
import { goalText } from '../../explore/queries/goal.ts';
import type { Discovery, Inquiry } from '../../explore/queries/query.ts';
import { placeText, setupText } from '../../explore/queries/words.ts';
import { kindOfFinding } from '../../layout/finding-kind.ts';
import { AT_REST, describeStep } from '../../layout/inspector/step.ts';
import { assert } from '../../lib/assert.ts';
import { documentOf } from '../document/document.ts';
import type { Opening } from '../document/opening.ts';

/** The program that was found, as a document of its own, at the statement where it shows. */
export function openingOf({ setup, about }: Inquiry, { program, slot, moment, finding }: Discovery): Opening {
  const row = slot < 0 ? 0 : traceOf(setup, program).rowAt(slot).number;
  return { document: documentOf(program, setup, titleOf()), row, moment };

  function titleOf(): string {
    const where = placeText(setup);
    if (about.kind === 'differ') {
      const other = placeText(about.other);
      return where === other
        ? `${setupText(setup)} differs from ${setupText(about.other)}`
        : `${where} differs from ${other}`;
    }
    if (about.kind === 'reach') return `${where} reaches ${goalText(about.goal)}`;
    return finding ? `${where} ${deedOf(finding)}` : where;
  }
}

/** Where it shows, in words: `Row 3 · lazy_mmu_mode_disable(), statement 1 of 6: in_interrupt() || pause_count > 0: taken`. */
export function whereFound({ setup }: Inquiry, { program, slot, moment }: Discovery): string {
  const trace = traceOf(setup, program);
  if (slot < 0) return AT_REST.title;
  const { title, sentence } = describeStep(trace, inspect(trace, slot), moment);
  return moment === null
    ? title
    : `${title}, ${sentence.charAt(0).toLowerCase()}${sentence.slice(1).replace(/\.$/, '')}`;
}

function traceOf(setup: Setup, program: Program): Trace {
  const world = prepare(setup);
  assert(world.ok, 'what was searched was possible');
  return run(world.value, program);
}

/** What a setup did, in few words that need no escapes in a link: `warns in disable`, `breaks ignored-call`. */
function deedOf(finding: Finding): string {
  const { rule, sub } = finding;
  const [where = ''] = (sub ?? '').split('.');
  switch (kindOfFinding(finding)) {
    case 'bug':
      return `meets a BUG in ${where}`;
    case 'warning':
      return `warns in ${where}`;
    case 'hazard':
      return `meets the hazard ${rule}`;
    default:
      return `breaks ${rule}`;
  }
}
