import { drawFrom, type Random } from '../lib/random.ts';
import { drawShape } from './draw-shape.ts';
import { textOf } from './shape.ts';

const KEYS = [
  'ops',
  'goto',
  'theme',
  'v',
  'text',
  'setup',
  'slot',
  'sum',
  'from',
  '__proto__',
  'constructor',
  'toString',
  'valueOf',
  'toJSON',
  'length',
  '0',
];
const NUMBERS = [0, -0, 1, -1, 0.5, 2 ** 31, 2 ** 53, 2 ** 53 + 2, -(2 ** 53), 1e308, Infinity, -Infinity, NaN];

/** Draws a value that a message can carry: JSON, or what else a structured clone copies. */
export function drawValue(random: Random, depth = 0): unknown {
  switch (random(depth > 3 ? 6 : 12)) {
    case 0:
      return drawFrom(random, [null, undefined, true, false]);
    case 1:
    case 2:
      return drawFrom(random, NUMBERS);
    case 3:
    case 4:
      return textOf(drawShape(random, drawFrom(random, ['notation', 'link', 'words'])));
    case 5:
      return drawFrom(random, [
        10n ** 30n,
        new Date(Number.NaN),
        new Map([[{}, 1]]),
        new Set([1]),
        new Uint8Array(3),
        /a/,
      ]);
    case 6:
    case 7:
      return Array.from({ length: random(4) }, () => drawValue(random, depth + 1));
    default:
      return Object.fromEntries(
        Array.from({ length: random(5) }, () => [drawFrom(random, KEYS), drawValue(random, depth + 1)]),
      );
  }
}

/** Replaces one value somewhere in a JSON value by another, or removes or adds one. */
export function mutateValue(random: Random, value: unknown): unknown {
  if (typeof value !== 'object' || value === null || random(4) === 0) return drawJson(random);
  const entries = Object.entries(value);
  if (Array.isArray(value)) {
    if (value.length === 0 || random(4) === 0) return [...value, drawJson(random)];
    return value.toSpliced(random(value.length), 1, mutateValue(random, value[random(value.length)]));
  }
  const [key, old] = entries[random(Math.max(1, entries.length))] ?? ['v', null];
  if (random(6) === 0) return Object.fromEntries(entries.filter(([name]) => name !== key));
  return { ...value, [random(8) === 0 ? drawFrom(random, KEYS) : key]: mutateValue(random, old) };
}

/** What `JSON.parse` may give. */
const drawJson = (random: Random): unknown =>
  JSON.parse(JSON.stringify(drawValue(random, 2), (_, value) => (typeof value === 'bigint' ? null : value)) ?? 'null');
