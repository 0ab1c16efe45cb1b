import { type InferOutput, nullable, object, string } from 'valibot';
import { attempt } from '../../lib/attempt.ts';
import { validate } from '../../lib/validate.ts';
import type { KeyValue } from '../state/services.ts';
import { PREFIX } from './stored-record.ts';

const schema = object({ fragment: string(), tag: nullable(string()) });

/** What the address bar showed last, and the id of the saved document behind it. */
export type AddressEntry = Readonly<InferOutput<typeof schema>>;

const KEY = `${PREFIX}entry`;

/**
 * Saves the entry beside the address: a browser that is already reloading drops the last change of its address, and the
 * new page would begin one step behind.
 */
export function saveLastEntry(tab: KeyValue | null, entry: AddressEntry): void {
  attempt(() => tab?.set(KEY, JSON.stringify(entry)));
}

/** The last entry of this tab; null where none can be read. */
export function readLastEntry(tab: KeyValue | null): AddressEntry | null {
  const parsed = attempt((): unknown => JSON.parse(tab?.get(KEY) ?? 'null'));
  const entry = parsed.ok ? validate(schema, parsed.value) : parsed;
  return entry.ok ? entry.value : null;
}
