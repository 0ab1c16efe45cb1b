import { expect, test } from 'vitest';
import { registryOf } from './registry.ts';

const entry = (id: string, order: number) => ({ id, order });

test('entries are sorted by their order, not by the path of their file', () => {
  const registry = registryOf('fruit', { './pear.ts': entry('pear', 2), './deep/apple.ts': entry('apple', 1) });
  expect(registry.all.map(({ id }) => id)).toEqual(['apple', 'pear']);
  expect(registry.ids).toEqual(['apple', 'pear']);
  expect(registry.kind).toBe('fruit');
});

test('a file may contain several entries with ids of their own', () => {
  const registry = registryOf('fruit', { './berries.ts': [entry('raspberry', 2), entry('bilberry', 1)] });
  expect(registry.ids).toEqual(['bilberry', 'raspberry']);
  const twice = { './berries.ts': [entry('pear', 2)], './pear.ts': entry('pear', 1) };
  expect(() => registryOf('fruit', twice)).toThrow('two fruits are called "pear"');
});

test('an id may contain dots', () => {
  expect(registryOf('fruit', { './v7.2.ts': entry('v7.2', 1) }).ids).toEqual(['v7.2']);
});

test('find returns undefined for an unknown id, and get throws', () => {
  const registry = registryOf('fruit', { './pear.ts': entry('pear', 1) });
  expect(registry.find('pear')).toEqual(entry('pear', 1));
  expect(registry.find('plum')).toBeUndefined();
  expect(registry.find('constructor')).toBeUndefined();
  expect(registry.get('pear')).toEqual(entry('pear', 1));
  expect(() => registry.get('plum')).toThrow('no fruit is called "plum"');
});

test.each([
  [
    'an id that is not the name of its file',
    { './pear.ts': entry('plum', 1) },
    'fruit "plum" stands in ./pear.ts: the id must be the file\'s name',
  ],
  [
    'two entries of one id',
    { './a/pear.ts': entry('pear', 1), './b/pear.ts': entry('pear', 2) },
    'two fruits are called "pear"',
  ],
  [
    'two entries of one order',
    { './pear.ts': entry('pear', 1), './plum.ts': entry('plum', 1) },
    'fruits "pear" and "plum" share the order 1',
  ],
])('%s throws when the registry is created', (_what, modules, message) => {
  expect(() => registryOf('fruit', modules)).toThrow(message);
});
