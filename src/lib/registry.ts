import { assert } from './assert.ts';

/** An entry of a registry folder: its id is the name of its file, its order is its position in lists. */
export interface Entry {
  readonly id: string;
  readonly order: number;
}

/** All entries of one folder, sorted by `order`. */
export interface Registry<T extends Entry> {
  /** The noun for an entry in messages, in the singular. */
  readonly kind: string;
  readonly all: readonly T[];
  readonly ids: readonly string[];
  /** Finds an entry by an id from a link or a file; undefined if it is unknown. */
  find(id: string): T | undefined;
  /** Returns the entry with an id that exists; throws otherwise. */
  get(id: string): T;
}

/**
 * Creates the registry of a folder: `modules` is what `import.meta.glob` returns for it (path to default export: an entry, or a
 * table of entries that differ only in data). Throws at start when the id of an entry with a file of its own is not that
 * file's name, or when two entries share an id or an order.
 */
export function registryOf<T extends Entry>(
  kind: string,
  modules: Readonly<Record<string, T | readonly T[]>>,
): Registry<T> {
  const byId = new Map<string, T>();
  const orders = new Map<number, string>();
  const add = (entry: T) => {
    assert(!byId.has(entry.id), `two ${kind}s are called "${entry.id}"`);
    const taken = orders.get(entry.order);
    assert(taken === undefined, `${kind}s "${taken}" and "${entry.id}" share the order ${entry.order}`);
    byId.set(entry.id, entry);
    orders.set(entry.order, entry.id);
  };
  for (const [path, module] of Object.entries(modules)) {
    if (isTable(module)) module.forEach(add);
    else {
      const file = path.replace(/^.*\//, '').replace(/\.[^.]+$/, '');
      assert(module.id === file, `${kind} "${module.id}" stands in ${path}: the id must be the file's name`);
      add(module);
    }
  }
  const all = [...byId.values()].sort((a, b) => a.order - b.order);
  return {
    kind,
    all,
    ids: all.map((entry) => entry.id),
    find: (id) => byId.get(id),
    get(id) {
      const entry = byId.get(id);
      assert(entry, `no ${kind} is called "${id}"`);
      return entry;
    },
  };
}

const isTable = <T>(module: T | readonly T[]): module is readonly T[] => Array.isArray(module);
