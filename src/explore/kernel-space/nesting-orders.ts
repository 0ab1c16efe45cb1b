import { createChunkedArray } from '../search/chunked-array.ts';
import { createStateSet } from '../search/state-set.ts';

/**
 * In which order calls were opened and are still open: one string of enables and pauses per context. The strings form a
 * tree in typed arrays, because there may be millions of them.
 */
export interface NestingOrders {
  /** Number of the order in which nothing is open. */
  readonly initial: number;
  /** What was opened last in a context; null if nothing is open. */
  innermost(order: number, context: number): Opener | null;
  /** How many calls of a kind a context has open, as far as its string goes back. */
  depth(order: number, context: number, opener: Opener): number;
  /** Opens a call. `forgetting`: only this one is kept. */
  open(order: number, context: number, opener: Opener, forgetting: boolean): number;
  /** Closes the innermost call of a context. */
  close(order: number, context: number): number;
  /** Gives a context an empty string of its own, which differs from that of a context that is not there. */
  enter(order: number, context: number): number;
  leave(order: number, context: number): number;
  /** Memory that they hold, in bytes. */
  readonly bytes: number;
}

export type Opener = 'enable' | 'pause';

/** Nodes of the tree: the empty string of a context that is not there or never ends, and that of one that was entered. */
const EMPTY = 0;
const ENTERED = 1;
/** Both depths of a string in one word. */
const ONE: Readonly<Record<Opener, number>> = { enable: 1, pause: 1 << 16 };

export function createNestingOrders(contexts: number): NestingOrders {
  const orders = createStateSet(contexts);
  const children = { enable: createChunkedArray(), pause: createChunkedArray() };
  const parents = createChunkedArray();
  const depths = createChunkedArray();
  let size = ENTERED + 1;
  const nodes = new Uint32Array(contexts);

  const nodeOf = (order: number, context: number): number => {
    orders.read(order, nodes);
    return nodes[context] as number;
  };
  const replace = (order: number, context: number, change: (node: number) => number): number => {
    nodes[context] = change(nodeOf(order, context));
    return orders.add(nodes);
  };
  const childOf = (node: number, opener: Opener): number => {
    const known = children[opener].get(node);
    if (known > 0) return known;
    children[opener].set(node, size);
    parents.set(size, node);
    depths.set(size, depths.get(node) + ONE[opener]);
    return size++;
  };
  return {
    initial: orders.add(nodes),
    innermost(order, context) {
      const node = nodeOf(order, context);
      if (node <= ENTERED) return null;
      return children.enable.get(parents.get(node)) === node ? 'enable' : 'pause';
    },
    depth(order, context, opener) {
      const both = depths.get(nodeOf(order, context));
      return opener === 'enable' ? both & 0xffff : both >>> 16;
    },
    open: (order, context, opener, forgetting) =>
      replace(order, context, (node) => childOf(forgetting ? EMPTY : node, opener)),
    close: (order, context) => replace(order, context, parents.get),
    enter: (order, context) => replace(order, context, () => ENTERED),
    leave: (order, context) => replace(order, context, () => EMPTY),
    get bytes() {
      return orders.bytes + children.enable.bytes + children.pause.bytes + parents.bytes + depths.bytes;
    },
  };
}
