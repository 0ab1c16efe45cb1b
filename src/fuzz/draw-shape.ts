import { drawFrom, type Random } from '../lib/random.ts';
import { LIMITS } from '../notation/text/limits.ts';
import { FRAGMENTS, type FragmentKind, NUMBERS } from './fragments.ts';
import { cutShape, type Shape } from './shape.ts';

/** Of so many inputs, one is at a limit of a few hundred or thousand, and one at the limit of all texts. */
const PER_LIMIT = 1000;
const PER_GIANT = 60_000;

/** Repeats at which a small reader stops: nesting, marks, names, notes, titles, lines, heads. */
const SMALL_LIMITS = [LIMITS.depth, LIMITS.note, LIMITS.diagnostics, 16, 100, 200, 512, 1000, 6000];

/** Draws a text that is mostly made of one kind of fragment, a few characters long, or exactly at a limit or beside it. */
export function drawShape(random: Random, kind: FragmentKind): Shape {
  if (random(PER_GIANT) === 0) return drawGiant(random, kind);
  const parts = Array.from({ length: random(random(6) === 0 ? 24 : 6) + 1 }, () => drawPart(random, kind));
  return parts.flatMap((part): Shape => [[part, drawTimes(random)], ...drawGlue(random)]);
}

function drawPart(random: Random, kind: FragmentKind): string {
  const one = random(16);
  if (one === 0) return drawFrom(random, NUMBERS);
  if (one === 1) return String.fromCharCode(random(random(2) === 0 ? 0x80 : 0x10000));
  if (one === 2) return drawFrom(random, FRAGMENTS.signs);
  if (one === 3) return drawFrom(random, FRAGMENTS[drawFrom(random, KINDS)]);
  const part = drawFrom(random, FRAGMENTS[kind]);
  if (one === 4) return part.slice(0, random(part.length + 1));
  return part;
}

const KINDS: readonly FragmentKind[] = ['notation', 'link', 'table', 'words', 'signs'];

function drawTimes(random: Random): number {
  if (random(PER_LIMIT) === 0) return drawFrom(random, SMALL_LIMITS) + random(3) - 1;
  return random(8) === 0 ? random(4) : 1;
}

const drawGlue = (random: Random): Shape => {
  const glue = drawFrom(random, ['', '', ' ', '\n', '\n', ';', '; ', ' }\n', '.']);
  return glue === '' ? [] : [[glue, 1]];
};

/** A head, one or two parts repeated up to the limit of all texts, and an end: just below, at, or just above it. */
function drawGiant(random: Random, kind: FragmentKind): Shape {
  const head = random(2) === 0 ? [] : drawShape(random, kind);
  const part =
    drawPart(random, kind) + (random(2) === 0 ? '' : drawFrom(random, ['\n', ';', ' ', '.', drawPart(random, kind)]));
  const end = random(2) === 0 ? '' : drawPart(random, kind);
  const length = LIMITS.text + random(3) - 1;
  const body = cutShape([...head, [part, LIMITS.text + 1]], length - end.length);
  return [...body, [end, 1]];
}
