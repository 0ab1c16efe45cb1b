import type { Effect, Event, Summary } from '../engine/model.ts';
import { assertNever } from '../lib/assert.ts';
import { countOf } from '../lib/phrases.ts';
import type { UnplacedMark } from './signs.ts';

/** What one row did to the updates, as signs; a store and what became of it are one. */
export function effectMarks({ effects, pending }: Pick<Summary, 'effects' | 'pending'>, event: Event): UnplacedMark[] {
  const queued = effects.some(({ kind }) => kind === 'queue');
  const stored = effects.some(({ kind }) => kind === 'store');
  const barrier = effects.find(({ kind }) => kind === 'barrier');
  // Where the store itself is not what waits, that is said first.
  const first = effects
    .filter(({ kind }) => queued && kind === 'store')
    .map((effect) => `${describeEffect(effect, event)}; `)
    .join('');
  const signs = effects.flatMap((effect, i): UnplacedMark[] => {
    const { kind, how } = effect;
    const sign = { key: `${kind}${i}`, title: describeEffect(effect, event) };
    switch (kind) {
      case 'queue':
        return [
          { ...sign, kind: 'held', label: 'held', detail: how, title: `${first}${sign.title}, ${pending} pending` },
        ];
      case 'flush':
        return [{ ...sign, kind: 'out', ...flushTexts(effect, event) }];
      case 'store': {
        if (queued) return [];
        const title = barrier ? `${sign.title}, then ${barrier.how}` : sign.title;
        return [{ ...sign, kind: 'at-once', label: 'at once', detail: barrier?.how ?? '', title }];
      }
      case 'barrier':
        return stored ? [] : [{ ...sign, kind: 'at-once', label: how, detail: '' }];
      case 'tlb':
        return [{ ...sign, kind: 'tlb', label: 'tlb', detail: how }];
      case 'fault':
      case 'bug':
        return [{ ...sign, kind, label: kind, detail: how }];
      default:
        return assertNever(kind);
    }
  });
  // Two signs share the room of one with its second line: how many went takes the place of the word.
  return signs.length < 2
    ? signs
    : signs.map((sign) => (sign.short === undefined ? sign : { ...sign, label: sign.short }));
}

/** How a flush is told in its column: asked for, or because of what came in its way. */
function flushTexts(
  { entries, how, because }: Effect,
  { kind }: Event,
): Pick<UnplacedMark, 'label' | 'detail' | 'short'> {
  const label = because === 'full' ? 'full' : because === 'key' ? 'new key' : kind === 'switch' ? 'switch' : 'out';
  const detail = entries > 1 ? `${entries} ${how}` : how;
  return { label, detail, short: label === 'out' ? detail : `${label} ${entries}` };
}

/** An effect in words: `1 update held back (mmu_update)`. */
export function describeEffect(effect: Effect, event: Event): string {
  const { kind, how, entries, of } = effect;
  switch (kind) {
    case 'queue':
      return of === 'barriers'
        ? `its barriers held back (${how})`
        : `${countOf(entries, of ?? 'update')} held back${how === of ? '' : ` (${how})`}`;
    case 'flush':
      return `${of === 'barriers' ? 'the barriers owed' : countOf(entries, of ?? 'update')} went out (${how})${reasonOf(effect, event)}`;
    case 'store':
      return `${entries === 1 ? 'the store' : `${entries} stores`} reached memory at once${how === 'memory' ? '' : ` (${how})`}`;
    case 'barrier':
      return `${how} at once`;
    case 'tlb':
      return `${countOf(entries, 'translation')} dropped (${how})`;
    case 'fault':
      return `the access faults: no ${how}`;
    case 'bug':
      return `BUG in the architecture: ${how}`;
    default:
      return assertNever(kind);
  }
}

function reasonOf({ because }: Effect, { kind }: Event): string {
  if (because === 'full') return ', since there was no room for more';
  if (because === 'key') return ', since the next one has another mm or page size';
  return kind === 'switch' ? ', since the task leaves the CPU' : '';
}

/** The same of all that a row did. */
export const describeEffects = (summary: Summary, event: Event): string =>
  effectMarks(summary, event)
    .map(({ title }) => title)
    .join('; ');
