import type { Event, PageEvent, PageOp, Summary } from '../../engine/model.ts';
import { isSilent } from '../../engine/run/rows.ts';
import type { Detail } from '../../engine/run/run.ts';
import type { World } from '../../engine/setup/world.ts';
import { assertNever } from '../../lib/assert.ts';
import { describeEffects } from '../effects.ts';
import { describeCall } from './call-sentence.ts';

/** Describes in a sentence or two what a row did. */
export function describeRow(world: World, detail: Detail): string {
  const { row, summary } = detail;
  const { event } = row;
  if (summary.outcome === 'skipped') return `Skipped: ${summary.why ?? 'its place was not reached'}.`;
  if (event.off) return 'Disabled: nothing happens.';
  if (summary.outcome === 'silent' && row.part > 0) return 'End of an event that did not happen.';
  if (summary.outcome === 'silent' && !isSilent(event)) return 'Inside a disabled event: nothing happens.';
  switch (event.kind) {
    case 'call':
      return describeCall(world, detail);
    case 'page':
      return aboutPage(event, detail);
    case 'tlb':
      return `${event.op === 'flush-tlb' ? 'TLB flush' : 'End of an mmu_gather'}: ${describeEffects(detail.summary, event)}.`;
    case 'irq':
    case 'softirq':
      return aboutInterrupt(event.kind, detail);
    case 'bh':
      return event.state === 'off'
        ? 'Disables bottom halves: in_interrupt() is true from here on.'
        : 'Enables bottom halves again.';
    case 'switch': {
      const did = describeEffects(detail.summary, event);
      return `CPU ${detail.after.here} switches to task ${event.task}${did === '' ? '' : `: ${did}`}.`;
    }
    case 'sleep':
      return `May sleep here${whileActive(summary.active)}.`;
    case 'exit':
      return `Task ${summary.task} exits.`;
    case 'task':
      return `Task ${event.task} uses mm ${event.mm}.`;
    case 'note':
      return event.text;
    default:
      return assertNever(event);
  }
}

const PAGE_VERBS: Readonly<Record<PageOp, string>> = {
  set: 'Sets',
  clear: 'Clears',
  'get-and-clear': 'Gets and clears',
  wrprotect: 'Write-protects',
  read: 'Reads',
  'read-raw': 'Reads without ptep_get()',
  touch: 'Reads through the mapping of',
  'touch-write': 'Writes through the mapping of',
};

function aboutPage(event: PageEvent, detail: Detail): string {
  const letter = event.page.space === 'kernel' ? 'k' : '';
  const until = event.to === undefined ? '' : ` to ${letter}${event.to}`;
  const outcome = describeOutcome(event, detail.summary).join('; ');
  return `${PAGE_VERBS[event.op]} page ${letter}${event.page.index}${until}${whileActive(detail.summary.active)}: ${outcome}.`;
}

/** Describes the outcome of an event other than a call: its result, and what became of updates. */
export function describeOutcome(event: Event, summary: Summary): readonly string[] {
  const did = describeEffects(summary, event);
  // The effects of a store say more than its result.
  const result = did === '' || !/^(stored|queued)\b/.test(summary.result ?? '') ? summary.result : null;
  return [result ?? '', did].filter((part) => part !== '');
}

/** Empty where the revision cannot tell whether the mode is active. */
const whileActive = (active: boolean | null): string =>
  active === null ? '' : ` while the mode is ${active ? '' : 'not '}active`;

function aboutInterrupt(kind: 'irq' | 'softirq', { row, summary }: Detail): string {
  if (row.part > 0) return `The ${NAMES[kind]} ends; task ${summary.task} resumes.`;
  return `${kind === 'irq' ? 'An' : 'A'} ${NAMES[kind]} arrives on CPU ${summary.cpu}, on top of task ${summary.task}.`;
}

const NAMES = { irq: 'interrupt', softirq: 'softirq' } as const;
