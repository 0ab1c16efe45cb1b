/** Every reader of JSON with hostile keys and depths. */
import { describe, expect, test } from 'vitest';
import { attempt } from '../../lib/attempt.ts';
import { readHostMessage } from '../embed/host-message.ts';
import { stateOf, storage } from '../testing.ts';
import { readSnapshot, writeSnapshot } from './document-snapshot.ts';
import { createDocumentStorage } from './document-storage.ts';
import { readLastEntry } from './last-entry.ts';
import { readDocumentFile } from './open-file.ts';
import { readPreferences } from './preferences.ts';
import { checkForm } from './snapshot-form.ts';
import { parsePointer } from './stored-record.ts';

/** Every key and value of storage is the same text. */
const filledWith = (json: string) => ({
  ...storage(),
  get: () => json,
  keys: () => ['lazymmu/1/doc/a', 'lazymmu/1/bytes/a/0'],
});

const READERS: readonly (readonly [name: string, read: (json: string) => unknown])[] = [
  ['a saved document', readSnapshot],
  ['the form of a saved document', checkForm],
  [
    'a file',
    (json) => {
      const file = readDocumentFile(json);
      // JSON shows nothing of a map.
      return file?.ok ? [...file.value] : file;
    },
  ],
  ['a pointer', parsePointer],
  ['preferences', (json) => readPreferences(filledWith(json))],
  ['the last entry of the address bar', (json) => readLastEntry(filledWith(json))],
  [
    'a list of documents',
    (json) => createDocumentStorage(filledWith(json), { clock: { today: () => 0 }, newId: () => 'b' }).list(),
  ],
  [
    'a message of the host',
    // The browser hands over a value, so that parsing is not ours.
    (json) => {
      const message = attempt((): unknown => JSON.parse(json));
      return message.ok ? readHostMessage(message.value) : null;
    },
  ],
];

const saved = writeSnapshot(stateOf('enable; disable', 1));
const POLLUTING = [
  '"__proto__":{"polluted":1}',
  '"constructor":{"prototype":{"polluted":1}}',
  '"prototype":{"polluted":1}',
  '"v":{"toString":1,"valueOf":1,"toJSON":1}',
  '"toString":1,"valueOf":1,"toJSON":1',
];
/** The hostile key at every level of a saved document, and alone. */
const polluted = POLLUTING.flatMap((key) => [
  `{${key}}`,
  ...[...saved.matchAll(/\{/g)].map(({ index }) => `${saved.slice(0, index + 1)}${key},${saved.slice(index + 1)}`),
]);

const NESTED: readonly (readonly [what: string, json: string])[] = [
  ['arrays', `${'['.repeat(100_000)}${']'.repeat(100_000)}`],
  ['arrays that never end', '['.repeat(1_000_000)],
  ['objects', `${'{"a":'.repeat(100_000)}1${'}'.repeat(100_000)}`],
  ['arrays in a field', saved.replace('"past":[', `"past":[${'['.repeat(100_000)}${']'.repeat(100_000)}`)],
  [
    'objects in the setup',
    saved.replace('"setup":{', `"setup":{"x":${'{"a":'.repeat(100_000)}1${'}'.repeat(100_000)},`),
  ],
];

describe.each(READERS)('reading %s', (_name, read) => {
  test('T13: keys that name the prototype change no other object', () => {
    expect(polluted.length).toBeGreaterThan(10);
    for (const json of polluted) {
      const result = read(json);
      expect(Reflect.get({}, 'polluted')).toBeUndefined();
      expect(Object.keys(Object.prototype)).toEqual([]);
      expect(JSON.stringify(result) ?? '').not.toContain('polluted');
    }
  });

  test.each(NESTED)('T17: %s nested 100,000 deep are refused or ignored', (_what, json) => {
    expect(() => read(json)).not.toThrow();
  });
});
