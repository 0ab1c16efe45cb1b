import type { Effect, Summary } from '../engine/model.ts';
import { assertNever } from '../lib/assert.ts';
import { countOf } from './events.ts';
import { placeSigns, type Sign } from './marks.ts';
import { FONT, LANE } from './metrics.ts';
import { roomIn, shortened } from './room.ts';
import type { Label } from './scene.ts';
import { type Drawn, emptyLane, middleOf, type Stretch } from './stretch.ts';

/** What the architecture did with the updates: held back (hollow), out (filled), at once. */
export function drawBackend(stretch: Stretch, y: number): Drawn {
  const { trace, passed, width, measure, first } = stretch;
  const { backend } = trace.world;
  const lane = { id: 'backend', title: backend.title, subtitle: backend.where, y, height: LANE.backend };
  if (width === 0) return emptyLane(lane);
  const room = roomIn(width, measure);
  const labels: Label[] = [];
  const text = shortened(backend.defers, FONT.caption, width - 2 * LEFT, measure);
  const baseline = y + LANE.backend - 6;
  if (text !== '' && room.take(text, FONT.caption, LEFT, baseline)) {
    labels.push({
      id: 'backend:defers',
      slot: first,
      title: backend.defers,
      kind: 'caption',
      x: LEFT,
      y: baseline,
      text,
      anchor: 'start',
    });
  }
  const marks = passed.flatMap(({ slot, summary }) => {
    const signs = signsOf(summary);
    const { result } = summary;
    const x = middleOf(stretch, slot);
    if (signs.length === 0 && result !== null) {
      const { family, size } = FONT.value;
      if (room.take(result, FONT.value, x - measure(result, family, size) / 2, y + VALUE)) {
        const id = `backend:result@${slot}`;
        labels.push({ id, slot, title: result, kind: 'value', x, y: y + VALUE, text: result, anchor: 'middle' });
      }
    }
    return placeSigns(stretch, { lane: 'backend', slot, signs, y }, room);
  });
  return { ...emptyLane(lane), marks, labels };
}

const LEFT = 8;
const VALUE = 24;

/** What one row did to the updates, as signs; a store and what became of it are one. */
export function signsOf({ effects, pending }: Summary): Sign[] {
  const queued = effects.some(({ kind }) => kind === 'queue');
  const stored = effects.some(({ kind }) => kind === 'store');
  const barrier = effects.find(({ kind }) => kind === 'barrier');
  return effects.flatMap((effect, i): Sign[] => {
    const { kind, how, entries } = effect;
    const key = `${kind}${i}`;
    switch (kind) {
      case 'queue':
        return [
          {
            key,
            kind: 'held',
            label: 'held',
            detail: `${pending} pending`,
            title: `${said(effect)}, ${pending} pending`,
          },
        ];
      case 'flush':
        return [
          { key, kind: 'out', label: 'out', detail: entries > 1 ? `${entries} ${how}` : how, title: said(effect) },
        ];
      case 'store':
        if (queued) return [];
        return [
          {
            key,
            kind: 'at-once',
            label: 'at once',
            detail: barrier?.how ?? '',
            title: barrier ? `${said(effect)}, then ${barrier.how}` : said(effect),
          },
        ];
      case 'barrier':
        return stored ? [] : [{ key, kind: 'at-once', label: how, detail: '', title: said(effect) }];
      case 'tlb':
        return [{ key, kind: 'tlb', label: 'tlb', detail: how, title: said(effect) }];
      case 'fault':
      case 'bug':
        return [{ key, kind, label: kind, detail: how, title: said(effect) }];
      default:
        return assertNever(kind);
    }
  });
}

/** An effect in words: `1 update held back (dsb+isb)`. */
export function said({ kind, how, entries }: Effect): string {
  const updates = countOf(entries, 'update');
  switch (kind) {
    case 'queue':
      return `${updates} held back (${how})`;
    case 'flush':
      return `${updates} went out (${how})`;
    case 'store':
      return `${entries === 1 ? 'the store' : `${entries} stores`} reached ${how} at once`;
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
