import {
  array,
  boolean,
  fallback,
  type InferOutput,
  is,
  looseObject,
  number,
  object,
  picklist,
  pipe,
  string,
  transform,
  unknown,
} from 'valibot';
import { attempt } from '../../lib/attempt.ts';
import { err, ok, type Result } from '../../lib/result.ts';
import { validate } from '../../lib/validate.ts';
import type { KeyValue } from '../state/services.ts';
import type { Unreadable } from '../state/state.ts';
import { checkForm } from './snapshot-form.ts';

/**
 * What storage holds of one document, byte for byte: a pointer, and the bytes of up to two saves. Bytes that an earlier
 * version of this page could not read and moved away are records too, without a pointer; their ids begin with `unreadable/`.
 */
export interface StoredRecord {
  readonly id: string;
  readonly pointer: string | null;
  readonly slots: readonly [string | null, string | null];
}

/** The beginning of all keys; another version has another number, and its keys are left alone. */
export const PREFIX = 'lazymmu/1/';
const MOVED = 'unreadable/';

export const pointerKey = (id: string): string => `${PREFIX}doc/${id}`;
/** Whether a key of storage holds the pointer to a document, which is written last. */
export const isPointerKey = (key: string): boolean => key.startsWith(pointerKey(''));
export const bytesKey = (id: string, slot: number): string =>
  id.startsWith(MOVED) ? `${PREFIX}${id}/${slot}` : `${PREFIX}bytes/${id}/${slot}`;
/** The id under which an earlier version moved away what it could not read of a document. */
export const movedId = (id: string): string => MOVED + id;

/** The stored values of a document by their keys. */
export type Pieces = ReadonlyMap<string, string>;

/** Slots beyond the two of this version belong to the record as well: a newer version may use more. */
const KEY = /^(?:doc\/([^/]+)|bytes\/([^/]+)\/[^/]+|(unreadable\/[^/]+)\/[^/]+)$/;

/** The id of the record that a key belongs to; null for other keys. */
export function recordOfKey(key: string): string | null {
  const parts = key.startsWith(PREFIX) ? KEY.exec(key.slice(PREFIX.length)) : null;
  return parts ? (parts[1] ?? parts[2] ?? parts[3] ?? null) : null;
}

/** The same piece of the record with another id. */
export const moveKey = (key: string, id: string): string =>
  isPointerKey(key) ? pointerKey(id) : `${PREFIX}bytes/${id}/${key.slice(key.lastIndexOf('/') + 1)}`;

export const readRecord = (storage: KeyValue, id: string): StoredRecord => ({
  id,
  pointer: storage.get(pointerKey(id)),
  slots: [storage.get(bytesKey(id, 0)), storage.get(bytesKey(id, 1))],
});

export const isEmptyRecord = (record: StoredRecord): boolean => keysOfRecord(record).length === 0;

/** The keys of what a record has. */
export const keysOfRecord = ({ id, pointer, slots }: StoredRecord): readonly string[] => [
  ...(pointer === null ? [] : [pointerKey(id)]),
  ...slots.flatMap((bytes, slot) => (bytes === null ? [] : [bytesKey(id, slot)])),
];

/** A pointer; `from` are the ids of older copies that this one replaced, so that they still lead here. */
const pointerSchema = object({
  slot: picklist([0, 1]),
  sum: number(),
  at: number(),
  title: fallback(string(), ''),
  about: fallback(string(), ''),
  size: fallback(number(), 0),
  own: fallback(boolean(), true),
  from: fallback(
    pipe(
      array(unknown()),
      transform((ids) => ids.filter((id) => typeof id === 'string')),
    ),
    [],
  ),
});
export type Pointer = InferOutput<typeof pointerSchema>;

/** Reads a pointer as this version writes it; null for anything else. */
export function parsePointer(json: string | null): Pointer | null {
  const pointer = validate(pointerSchema, parseJson(json));
  return pointer.ok ? pointer.value : null;
}

/** Whether a pointer has fields that this version does not know and would drop by writing it. */
export const hasUnknownFields = (json: string | null): boolean =>
  Object.keys(Object(parseJson(json))).some((key) => !(key in pointerSchema.entries));

function parseJson(json: string | null): unknown {
  const parsed = attempt((): unknown => JSON.parse(json ?? 'null'));
  return parsed.ok ? parsed.value : null;
}

/** The bytes that a record's pointer names, if they are still the ones that were written. */
export function wholeBytes({ id, pointer: json, slots }: StoredRecord): Result<string, Unreadable> {
  const pointer = parsePointer(json);
  if (!pointer) return err(describePointer(id, json, slots));
  const bytes = slots[pointer.slot];
  if (bytes === null) return err(damaged('its data is missing'));
  return checksum(bytes) === pointer.sum ? ok(bytes) : err(damaged('its data has changed since it was saved'));
}

/** What can be told without reading the program: why a record cannot be opened as it was saved; null if nothing speaks against it. */
export function findProblem(record: StoredRecord): Unreadable | null {
  const whole = wholeBytes(record);
  if (!whole.ok) return whole.error;
  const reason = checkForm(whole.value);
  return reason === null ? null : newer(reason);
}

/** Bytes that are whole and yet cannot be read were written by another version. */
export const newer = (reason: string): Unreadable => ({ kind: 'newer', reason });
const damaged = (reason: string): Unreadable => ({ kind: 'damaged', reason });

function describePointer(id: string, json: string | null, slots: StoredRecord['slots']): Unreadable {
  if (id.startsWith(MOVED)) return damaged('an earlier version of this page could not read it');
  if (json === null) return damaged('its index entry is missing');
  const isObject = is(looseObject({}), parseJson(json));
  const hasKnownBytes = slots.some((bytes) => bytes !== null && checkForm(bytes) === null);
  return isObject && !hasKnownBytes
    ? newer('its index entry has an unknown form')
    : damaged('its index entry cannot be read');
}

/** Sums UTF-16 units (FNV-1a): detects damage, not forgery. */
export function checksum(text: string): number {
  let sum = 0x811c9dc5;
  for (let i = 0; i < text.length; i++) sum = Math.imul(sum ^ text.charCodeAt(i), 0x01000193);
  return sum >>> 0;
}
