import { rowIndexOf } from '../../engine/run/row-index.ts';
import { countOf } from '../../lib/phrases.ts';
import { err, ok, type Result } from '../../lib/result.ts';
import { scenarioIn } from '../document/scenario-document.ts';
import type { Clock, KeyValue } from '../state/services.ts';
import { readSaved, type Saved, writeSaved } from './saved.ts';

/**
 * Saved documents. Each is written by one page only, under an id of its own, so that no tab writes over another's work: a
 * page that goes on with a document makes its own copy and then takes the old one away, if nobody has touched it since.
 *
 * A document is a pointer and the bytes that it points to. New bytes are written beside the old, read back, and only then
 * pointed to; so there is a whole document at every moment. What cannot be read is put aside, never thrown away.
 */
export interface Shelf {
  /** Whether a document stands under exactly this id, whole or not. */
  has(id: string): boolean;
  /** Reads a document; both are null where there is none with this id. */
  load(id: string): { readonly shelved: Shelved | null; readonly damaged: Damaged | null };
  /** Writes a document; `instead` is an older copy that it replaces. The error is a reason in lower case. */
  save(id: string, saved: Saved, instead: Shelved | null): Result<Shelved, string>;
  /** All that are kept, the newest first. */
  list(): readonly Draft[];
  /** Takes a document away. */
  remove(id: string): void;
}

/** So many documents are kept; of more, the one whose last change is longest ago goes when another is added. */
export const MOST_DOCUMENTS = 100;

export interface Shelved {
  readonly id: string;
  readonly saved: Saved;
  /** The bytes as they stood, to see whether they changed; null for what must stay whatever becomes of it. */
  readonly bytes: string | null;
}

export interface Draft {
  readonly id: string;
  /** When it was saved, in ms since 1970. */
  readonly at: number;
  readonly title: string;
  /** Revision, architecture and length, in words; empty where it was saved before they were noted. */
  readonly about: string;
  /** Characters that it takes in storage; 0 where that was not noted. */
  readonly size: number;
  /** It is more than a scenario as it comes, and worth to be offered. */
  readonly own: boolean;
}

/** Bytes that are no document any more; they stay in storage. */
export interface Damaged {
  readonly reason: string;
  readonly original: string;
}

/** All keys begin so; another version has another number and is left alone. */
export const PREFIX = 'lazymmu/1/';
const pointerKey = (id: string) => `${PREFIX}doc/${id}`;
/** Whether a key of storage says where a document is: such a key changes last. */
export const isPointerKey = (key: string): boolean => key.startsWith(pointerKey(''));
const bytesKey = (id: string, slot: number) => `${PREFIX}bytes/${id}/${slot}`;
const asideKey = (id: string, n: number) => `${PREFIX}unreadable/${id}/${n}`;

interface Pointer extends Omit<Draft, 'id'> {
  readonly slot: number;
  readonly sum: number;
  /** Older copies that this one replaced: who still asks for one of those gets this. */
  readonly from: readonly string[];
}

const MOST_ANCESTORS = 20;

export function shelfOn(storage: KeyValue, clock: Pick<Clock, 'today'>): Shelf {
  const pointerOf = (id: string): Pointer | null => readPointer(storage.get(pointerKey(id)));

  /** The bytes that a document's pointer names, if they are still the ones that were written. */
  const soundBytes = (id: string): string | null => {
    const pointer = pointerOf(id);
    const bytes = pointer && storage.get(bytesKey(id, pointer.slot));
    return pointer && typeof bytes === 'string' && checksum(bytes) === pointer.sum ? bytes : null;
  };

  const drop = (id: string) => {
    storage.remove(pointerKey(id));
    for (const slot of [0, 1]) storage.remove(bytesKey(id, slot));
  };

  /** Puts what nobody can read out of the way, whole; where there is no room for a copy it stays where it is. */
  const setAside = (id: string, pieces: readonly string[]) =>
    attempt(() => {
      pieces.forEach((bytes, n) => {
        write(storage, asideKey(id, n), bytes);
      });
      drop(id);
    });

  const ids = () => {
    const start = pointerKey('');
    return storage.keys().flatMap((key) => (key.startsWith(start) ? [key.slice(start.length)] : []));
  };
  const list = (): readonly Draft[] =>
    ids()
      .flatMap((id): Draft[] => {
        const pointer = pointerOf(id);
        if (!pointer) return [];
        const { at, title, about, size, own } = pointer;
        return [{ id, at, title, about, size, own }];
      })
      .sort((a, b) => b.at - a.at);
  const heirOf = (id: string) => ids().find((other) => pointerOf(other)?.from.includes(id));

  return {
    has: (id) => storage.get(pointerKey(id)) !== null,
    load(asked) {
      const id = storage.get(pointerKey(asked)) === null ? (heirOf(asked) ?? asked) : asked;
      const sound = soundBytes(id);
      const read = sound === null ? err('its bytes have changed since they were written') : readSaved(sound);
      if (sound !== null && read.ok) return { shelved: { id, saved: read.value, bytes: sound }, damaged: null };
      const kept = [0, 1].map((slot) => storage.get(bytesKey(id, slot))).filter((bytes) => bytes !== null);
      const [original] = sound === null ? kept : [sound];
      if (original === undefined) return { shelved: null, damaged: null };
      const damaged = { reason: read.ok ? '' : read.error, original };
      // A page that was killed while it wrote left the older bytes beside the new.
      for (const bytes of kept) {
        const older = readSaved(bytes);
        if (older.ok) return { shelved: { id, saved: older.value, bytes: null }, damaged };
      }
      setAside(id, kept);
      return { shelved: null, damaged };
    },
    save(id, saved, instead) {
      const bytes = writeSaved(saved);
      const old = attempt(() => pointerOf(id));
      const ancestors = (older: Shelved | null): readonly string[] => {
        const own = old.ok && old.value ? old.value.from : [];
        const known = older && older.id !== id ? [older.id, ...(pointerOf(older.id)?.from ?? [])] : [];
        return [...new Set([...known, ...own])].slice(0, MOST_ANCESTORS);
      };
      const slot = old.ok && old.value?.slot === 0 ? 1 : 0;
      const done = attempt(() => {
        write(storage, bytesKey(id, slot), bytes);
        const pointer: Pointer = {
          slot,
          sum: checksum(bytes),
          at: clock.today(),
          title: titleOf(saved),
          about: aboutOf(saved),
          size: bytes.length,
          own: isOwn(saved),
          from: ancestors(instead),
        };
        write(storage, pointerKey(id), JSON.stringify(pointer));
      });
      if (!done.ok) {
        // What is half written would only take room from the next try.
        attempt(() => {
          if (pointerOf(id)?.slot !== slot) storage.remove(bytesKey(id, slot));
        });
        return done;
      }
      // The document is safe: what goes wrong from here on leaves a copy too many.
      attempt(() => {
        storage.remove(bytesKey(id, 1 - slot));
        if (instead?.bytes && instead.id !== id && soundBytes(instead.id) === instead.bytes) drop(instead.id);
        const isNew = old.ok && old.value === null;
        if (isNew) for (const { id: oldest } of list().slice(MOST_DOCUMENTS)) drop(oldest);
      });
      return ok({ id, saved, bytes });
    },
    list,
    remove: drop,
  };
}

/** Runs what may be refused by the browser; the error is its reason. */
export function attempt<T>(act: () => T): Result<T, string> {
  try {
    return ok(act());
  } catch (error) {
    return err(error instanceof Error ? error.message || error.name : String(error));
  }
}

function write(storage: KeyValue, key: string, value: string): void {
  storage.set(key, value);
  if (storage.get(key) !== value) throw new Error('what was written did not read back the same');
}

function readPointer(json: string | null): Pointer | null {
  if (json === null) return null;
  const read = attempt((): unknown => JSON.parse(json));
  if (!read.ok || typeof read.value !== 'object' || read.value === null) return null;
  const { slot, sum, at, title, about, size, own, from }: Record<string, unknown> = { ...read.value };
  if ((slot !== 0 && slot !== 1) || typeof sum !== 'number' || typeof at !== 'number') return null;
  const ancestors = Array.isArray(from) ? from.filter((id) => typeof id === 'string') : [];
  const textOf = (value: unknown) => (typeof value === 'string' ? value : '');
  return {
    ...{ slot, sum, at, title: textOf(title), about: textOf(about), from: ancestors },
    size: typeof size === 'number' ? size : 0,
    own: own !== false,
  };
}

/** FNV-1a over UTF-16 units: tells bytes that were damaged, not bytes that were forged. */
function checksum(text: string): number {
  let sum = 0x811c9dc5;
  for (let i = 0; i < text.length; i++) sum = Math.imul(sum ^ text.charCodeAt(i), 0x01000193);
  return sum >>> 0;
}

/** Whether a document is more than a scenario as it comes: that is found where scenarios are. */
export const isOwn = ({ document }: Pick<Saved, 'document'>): boolean => scenarioIn(document) === null;

/** A name for a document that may have none. */
export const titleOf = ({ document }: Pick<Saved, 'document'>): string => document.title ?? firstWords(document.text);

/** `v6, arm64 7.0, 12 rows`, and how a program begins that has a name. */
export function aboutOf({ document: { setup, program, text, title } }: Pick<Saved, 'document'>): string {
  const rows = countOf(rowIndexOf(program).length, 'row');
  const begins = title === null || text.trim() === '' ? '' : `: ${firstWords(text)}`;
  return `${setup.revision}, ${setup.backend} ${setup.era}, ${rows}${begins}`;
}

function firstWords(text: string): string {
  const words = text
    .trim()
    .split(/\s*[\n;]\s*/)
    .filter((line) => line !== '');
  const some = words.slice(0, 4).join('; ') + (words.length > 4 ? ' …' : '');
  return some.length > 60 ? `${some.slice(0, 59)}…` : some;
}
