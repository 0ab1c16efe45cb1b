import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { createNestingOrders, type Opener } from './nesting-orders.ts';

test('T21: nesting orders in arrays are those of plain lists, and equal lists have equal numbers', () => {
  const opener = fc.constantFrom<Opener>('enable', 'pause');
  const moves = fc.array(fc.record({ context: fc.nat({ max: 2 }), opens: fc.boolean(), opener }), { maxLength: 60 });
  const numbers = new Map<string, number>();
  const orders = createNestingOrders(3);
  fc.assert(
    fc.property(moves, (all) => {
      const lists: Opener[][] = [[], [], []];
      let order = orders.initial;
      for (const { context, opens, opener: one } of all) {
        const list = lists[context] as Opener[];
        expect(orders.innermost(order, context)).toBe(list.at(-1) ?? null);
        expect(orders.depth(order, context, one)).toBe(list.filter((each) => each === one).length);
        if (opens) {
          list.push(one);
          order = orders.open(order, context, one, false);
        } else if (list.length > 0) {
          list.pop();
          order = orders.close(order, context);
        }
        const key = JSON.stringify(lists);
        if (!numbers.has(key)) numbers.set(key, order);
        expect(order).toBe(numbers.get(key));
      }
    }),
  );
  expect(new Set(numbers.values()).size).toBe(numbers.size);
});
