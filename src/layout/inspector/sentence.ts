import type { Event, PageEvent, PageOp, Summary } from '../../engine/model.ts';
import { isSilent } from '../../engine/run/rows.ts';
import type { Detail } from '../../engine/run/run.ts';
import type { World } from '../../engine/setup/world.ts';
import { assertNever } from '../../lib/assert.ts';
import { describeEffects } from '../effects.ts';
import { describeCall } from './call-sentence.ts';

/** What a row did, in one or two plain sentences made of its facts alone. */
export function describeRow(world: World, detail: Detail): string {
  const { row, summary } = detail;
  const { event } = row;
  if (summary.outcome === 'skipped') return `Skipped: ${summary.why ?? 'its place was not reached'}.`;
  if (event.off) return 'Switched off: nothing happens.';
  if (summary.outcome === 'silent' && row.part > 0) return 'The end of what did not happen.';
  if (summary.outcome === 'silent' && !isSilent(event)) return 'What holds it is switched off: nothing happens.';
  switch (event.kind) {
    case 'call':
      return describeCall(world, detail);
    case 'page':
      return aboutPage(event, detail);
    case 'tlb':
      return `${event.op === 'flush-tlb' ? 'A flush' : 'The end of an mmu_gather'}: ${describeEffects(detail.summary, event)}.`;
    case 'irq':
    case 'softirq':
      return aboutInterrupt(event.kind, detail);
    case 'bh':
      return event.state === 'off'
        ? 'Bottom halves are off from here on: in_interrupt() is true.'
        : 'Bottom halves are on again.';
    case 'switch': {
      const did = describeEffects(detail.summary, event);
      return `CPU ${detail.after.here} runs task ${event.task} from here on${did === '' ? '' : `: ${did}`}.`;
    }
    case 'sleep':
      return `A point that may sleep, ${activity(summary.active)}.`;
    case 'exit':
      return `Task ${summary.task} exits.`;
    case 'task':
      return `Task ${event.task} has the mm ${event.mm}.`;
    case 'note':
      return event.text;
    default:
      return assertNever(event);
  }
}

const PAGE_VERBS: Readonly<Record<PageOp, string>> = {
  set: 'Sets',
  clear: 'Clears',
  'get-and-clear': 'Takes and clears',
  wrprotect: 'Write-protects',
  read: 'Reads',
  'read-raw': 'Reads without ptep_get()',
  touch: 'Uses the mapping of',
  'touch-write': 'Writes through the mapping of',
};

function aboutPage(event: PageEvent, detail: Detail): string {
  const letter = event.page.space === 'kernel' ? 'k' : '';
  const until = event.to === undefined ? '' : ` to ${letter}${event.to}`;
  const told = describeOutcome(event, detail.summary).join('; ');
  return `${PAGE_VERBS[event.op]} page ${letter}${event.page.index}${until}, ${activity(detail.summary.active)}: ${told}.`;
}

/** What came of an event other than a call: what it met, and what became of the updates. */
export function describeOutcome(event: Event, summary: Summary): readonly string[] {
  const did = describeEffects(summary, event);
  // What became of a store is told by the architecture better than by its result.
  const seen = did === '' || !/^(stored|queued)\b/.test(summary.result ?? '') ? summary.result : null;
  return [seen ?? '', did].filter((part) => part !== '');
}

const activity = (active: boolean | null): string =>
  active === null ? 'which nothing can ask the mode about' : `while the mode is ${active ? '' : 'not '}active`;

function aboutInterrupt(kind: 'irq' | 'softirq', { row, summary }: Detail): string {
  if (row.part > 0) return `The ${NAMES[kind]} is over, task ${summary.task} goes on.`;
  return `${kind === 'irq' ? 'An' : 'A'} ${NAMES[kind]} comes on CPU ${summary.cpu}, on top of task ${summary.task}.`;
}

const NAMES = { irq: 'interrupt', softirq: 'softirq' } as const;
