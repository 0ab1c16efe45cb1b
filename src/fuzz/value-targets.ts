import { createDocument } from '../app/document/document.ts';
import { openDocument } from '../app/document/open-document.ts';
import { readHostMessage } from '../app/embed/host-message.ts';
import type { KeyValue } from '../app/state/services.ts';
import { readSnapshot, writeSnapshot } from '../app/storage/document-snapshot.ts';
import { createDocumentStorage } from '../app/storage/document-storage.ts';
import { readLastEntry } from '../app/storage/last-entry.ts';
import { readPreferences } from '../app/storage/preferences.ts';
import { PREFIX } from '../app/storage/stored-record.ts';
import { setupOf } from '../engine/setup/world.ts';
import { assert } from '../lib/assert.ts';
import { createRandom, drawFrom, type Random } from '../lib/random.ts';
import { LIMITS } from '../notation/text/limits.ts';
import { drawShape } from './draw-shape.ts';
import { drawValue, mutateValue } from './draw-value.ts';
import { cutShape, type Shape, textOf } from './shape.ts';
import { checkReason, type FuzzTarget } from './target.ts';

const DOCUMENT = createDocument([{ kind: 'call', helper: 'enable' }], setupOf({}), null);
const PLACE = { document: DOCUMENT, cursor: { slot: 0, moment: null }, caret: 1 };
const ENTRY = { name: 'typing', ...PLACE };
const SAVED = writeSnapshot({ ...PLACE, past: [ENTRY, ENTRY], future: [ENTRY] });
const POINTER = JSON.stringify({ slot: 0, sum: 0, at: 1, title: 'a', about: 'b', size: 3, own: true, from: ['x'] });

export const valueTargets: Readonly<Record<string, FuzzTarget>> = {
  saved: {
    weight: 10,
    draw: drawSaved,
    read(text) {
      const read = readSnapshot(text);
      checkReason(read);
      if (read.ok) assert(readSnapshot(writeSnapshot(read.value)).ok, 'what was read and saved cannot be read again');
    },
  },
  storage: {
    weight: 4,
    draw: (random) => (random(2) === 0 ? drawSaved(random) : damage(random, POINTER)),
    read(text) {
      for (const key of ['doc/a', 'bytes/a/0', 'preferences', 'entry', 'tab']) {
        const held = new Map([
          [`${PREFIX}doc/a`, POINTER],
          [`${PREFIX}bytes/a/0`, SAVED],
          [PREFIX + key, text],
        ]);
        const storage = keyValueOf(held);
        readPreferences(storage);
        readLastEntry(storage);
        const documents = createDocumentStorage(storage, { clock: { today: () => 1 }, newId: () => 'b' });
        documents.list();
        documents.load('a');
        assert([...held.values()].includes(text), 'what was stored is gone');
      }
    },
  },
  message: {
    weight: 6,
    // A value that is not JSON is named by the seed that draws it.
    draw: (random) => [
      [
        random(3) === 0
          ? JSON.stringify({ ops: textOf(drawShape(random, 'link')) })
          : `seed ${1 + random(2 ** 31 - 1)}`,
        1,
      ],
    ],
    read(text) {
      const seed = /^seed (\d{1,10})$/.exec(text)?.[1];
      const read = readHostMessage(seed === undefined ? JSON.parse(text) : drawValue(createRandom(Number(seed))));
      if (read === null) return;
      checkReason(read);
      const ops = read.ok ? read.value.ops : undefined;
      if (ops !== undefined) checkReason(openDocument({ kind: 'text', text: ops, open: DOCUMENT }));
    },
  },
};

/** A saved document with a value or its bytes changed; rarely one whose text or nesting is at the limit. */
function drawSaved(random: Random): Shape {
  if (random(40_000) === 0) {
    const escaped = JSON.stringify(
      drawFrom(random, ['enable\n', 'x', '\n', '"', 'repeat 2 { enable }\n', 'set k0..k1023;']),
    ).slice(1, -1);
    const most = drawFrom(random, [LIMITS.text, 4 * LIMITS.text]) + random(3) - 1;
    const [head = '', tail = ''] = SAVED.split('"text":"enable');
    return [[`${head}"text":"`, 1], ...cutShape([[escaped, most]], most - SAVED.length), [tail, 1]];
  }
  if (random(2000) === 0)
    return [[drawFrom(random, ['[', '{"a":', '[[],', '{"past":[']), drawFrom(random, [64, 1000, 100_000])]];
  if (random(3) === 0) return damage(random, SAVED);
  const parsed: unknown = JSON.parse(SAVED);
  return [[JSON.stringify(mutateValue(random, random(3) === 0 ? mutateValue(random, parsed) : parsed)), 1]];
}

/** Replaces a part of a text by a few characters. */
function damage(random: Random, text: string): Shape {
  const from = random(text.length);
  const until = from + random(random(4) === 0 ? text.length : 4);
  return [[text.slice(0, from), 1], ...drawShape(random, 'words').slice(0, random(3)), [text.slice(until), 1]];
}

const keyValueOf = (held: Map<string, string>): KeyValue => ({
  get: (key) => held.get(key) ?? null,
  set: (key, value) => void held.set(key, value),
  remove: (key) => void held.delete(key),
  keys: () => [...held.keys()],
});
