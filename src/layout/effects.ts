import type { Effect, Event, Summary } from '../engine/model.ts';
import { assertNever } from '../lib/assert.ts';
import { countOf } from '../lib/phrases.ts';
import type { UnplacedMark } from './signs.ts';

/** The marks of what a row did to page-table updates; a store and its barrier share one. */
export function effectMarks({ effects, pending }: Pick<Summary, 'effects' | 'pending'>, event: Event): UnplacedMark[] {
  const queued = effects.some(({ kind }) => kind === 'queue');
  const stored = effects.some(({ kind }) => kind === 'store');
  const barrier = effects.find(({ kind }) => kind === 'barrier');
  // A store that only defers what follows it comes before what is deferred.
  const store = effects
    .filter(({ kind }) => queued && kind === 'store')
    .map((effect) => `${describeEffect(effect, event)}; `)
    .join('');
  const marks = effects.flatMap((effect, i): UnplacedMark[] => {
    const { kind, how, of } = effect;
    const mark = { key: `${kind}${i}`, title: describeEffect(effect, event) };
    switch (kind) {
      case 'queue': {
        const label = of === BARRIERS ? 'deferred' : 'queued';
        return [{ ...mark, kind: 'deferred', label, detail: how, title: `${store}${mark.title}, ${pending} pending` }];
      }
      case 'flush':
        return [{ ...mark, kind: 'flushed', ...flushTexts(effect, event) }];
      case 'store': {
        if (queued) return [];
        const title = barrier ? `${mark.title}, then ${barrier.how}` : mark.title;
        return [{ ...mark, kind: 'immediate', label: 'immediate', detail: barrier?.how ?? '', title }];
      }
      case 'barrier':
        return stored ? [] : [{ ...mark, kind: 'immediate', label: how, detail: '' }];
      case 'tlb':
        return [{ ...mark, kind: 'tlb', label: 'tlb', detail: how }];
      case 'fault':
      case 'bug':
        return [{ ...mark, kind, label: kind, detail: how }];
      default:
        return assertNever(kind);
    }
  });
  // Two marks share the room of one and its second line, so the label says what the second line would.
  return marks.length < 2
    ? marks
    : marks.map((mark) => (mark.short === undefined ? mark : { ...mark, label: mark.short }));
}

const BARRIERS = 'barriers';

/** The texts of a flush in its column: what was flushed, and why where nobody asked for it. */
function flushTexts(effect: Effect, event: Event): Pick<UnplacedMark, 'label' | 'detail' | 'short'> {
  const { entries, how, of } = effect;
  const detail = entries > 1 ? countOf(entries, of ?? 'update') : how;
  const reason = reasonOf(effect, event)?.label;
  if (reason !== undefined) return { label: reason, detail, short: `${reason} ${entries}` };
  return { label: of === BARRIERS ? 'issued' : 'flushed', detail, short: entries > 1 ? `${entries} out` : how };
}

/** An effect in words: `1 update queued (mmu_update)`. */
export function describeEffect(effect: Effect, event: Event): string {
  const { kind, how, entries, of } = effect;
  switch (kind) {
    case 'queue':
      return of === BARRIERS
        ? `barriers deferred (${how})`
        : `${countOf(entries, of ?? 'update')} queued${how === of ? '' : ` (${how})`}`;
    case 'flush': {
      const what = of === BARRIERS ? 'barriers issued' : `${countOf(entries, of ?? 'update')} flushed`;
      const reason = reasonOf(effect, event);
      return `${what}${/call$/.test(how) ? ` in 1 ${how}` : ` (${how})`}${reason ? ` because ${reason.because}` : ''}`;
    }
    case 'store': {
      const what = entries === 1 ? 'stored immediately' : `${entries} stores done immediately`;
      return how === 'memory' ? what : `${what} (${how})`;
    }
    case 'barrier':
      return `${how} immediately`;
    case 'tlb':
      return `${countOf(entries, 'translation')} invalidated (${how})`;
    case 'fault':
      return `the access faults: no ${how}`;
    case 'bug':
      return `BUG() in arch_${how}()`;
    default:
      return assertNever(kind);
  }
}

/** Why updates were flushed without a call for it; null where there was one. */
function reasonOf({ because }: Effect, { kind }: Event): { readonly label: string; readonly because: string } | null {
  if (because === 'full') return { label: 'full', because: 'there was no room for more' };
  if (because === 'key') return { label: 'new key', because: 'the next one has another mm or page size' };
  return kind === 'switch' ? { label: 'switch', because: 'the task leaves the CPU' } : null;
}

/** All effects of a row in words. */
export const describeEffects = (summary: Summary, event: Event): string =>
  effectMarks(summary, event)
    .map(({ title }) => title)
    .join('; ');
