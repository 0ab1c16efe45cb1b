import type { Finding, Program, Setup } from '../../engine/model.ts';
import { inspect, run, type Trace } from '../../engine/run/run.ts';
import { prepare } from '../../engine/setup/world.ts';
import { setupText, shortSetupText } from '../../explore/queries/descriptions.ts';
import { goalText } from '../../explore/queries/goal.ts';
import type { Counterexample, Query } from '../../explore/queries/query.ts';
import { kindOfFinding } from '../../layout/finding-kind.ts';
import { BEFORE_FIRST_STEP, describeStep } from '../../layout/inspector/step.ts';
import { assert } from '../../lib/assert.ts';
import { createDocument } from '../document/document.ts';
import type { OpenRequest } from '../document/open-request.ts';

/** Returns the counterexample as a document of its own, at the statement of its finding. */
export function counterexampleRequest(
  { setup, target }: Query,
  { program, slot, moment, finding }: Counterexample,
): OpenRequest {
  const row = slot < 0 ? 0 : traceOf(setup, program).rowAt(slot).number;
  return { document: createDocument(program, setup, titleOf()), row, moment };

  function titleOf(): string {
    const where = shortSetupText(setup);
    if (target.kind === 'differ') {
      const other = shortSetupText(target.other);
      return where === other
        ? `${setupText(setup)} differs from ${setupText(target.other)}`
        : `${where} differs from ${other}`;
    }
    if (target.kind === 'reach') return `${where} reaches ${goalText(target.goal)}`;
    return finding ? `${where} ${summarise(finding)}` : where;
  }
}

/**
 * Describes where it shows: `Row 3 · lazy_mmu_mode_disable(), statement 1 of 6: in_interrupt() || pause_count > 0:
 * taken`.
 */
export function describeLocation({ setup }: Query, { program, slot, moment }: Counterexample): string {
  const trace = traceOf(setup, program);
  if (slot < 0) return BEFORE_FIRST_STEP.title;
  const { title, sentence } = describeStep(trace, inspect(trace, slot), moment);
  return moment === null
    ? title
    : `${title}, ${sentence.charAt(0).toLowerCase()}${sentence.slice(1).replace(/\.$/, '')}`;
}

function traceOf(setup: Setup, program: Program): Trace {
  const world = prepare(setup);
  assert(world.ok, 'a setup that was searched can run');
  return run(world.value, program);
}

/** Names a finding in a few words that need no escapes in a link: `warns in disable`, `breaks ignored-call`. */
function summarise(finding: Finding): string {
  const { rule, sub } = finding;
  const [where = ''] = (sub ?? '').split('.');
  switch (kindOfFinding(finding)) {
    case 'bug':
      return `hits a BUG in ${where}`;
    case 'warning':
      return `warns in ${where}`;
    case 'hazard':
      return `hits the hazard ${rule}`;
    default:
      return `breaks ${rule}`;
  }
}
