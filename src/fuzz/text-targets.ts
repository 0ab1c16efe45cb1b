import { openLink } from '../app/document/open-link.ts';
import { parseQueryText } from '../app/explore/query-text.ts';
import { prepare, setupOf } from '../engine/setup/world.ts';
import { parseGoal } from '../explore/queries/goal.ts';
import { formats } from '../formats/index.ts';
import { assert } from '../lib/assert.ts';
import { drawFrom } from '../lib/random.ts';
import { writeLink } from '../notation/link/link.ts';
import { readLink } from '../notation/link/read-link.ts';
import { readTable } from '../notation/mail/table.ts';
import { readAny } from '../notation/read-any.ts';
import { parseProgram, readProgram } from '../notation/text/parse.ts';
import { printProgram } from '../notation/text/print.ts';
import { drawShape } from './draw-shape.ts';
import { checkErrors, checkReason, type FuzzTarget } from './target.ts';

/** A program of more events is not written and read again: that has property tests of its own. */
const MAX_EVENTS = 2000;

const SETUP = setupOf({});
const prepared = prepare(SETUP);
const readers = formats.all.flatMap(({ read }) => (read ? [read] : []));

export const textTargets: Readonly<Record<string, FuzzTarget>> = {
  link: {
    weight: 30,
    draw: (random) => [
      [drawFrom(random, ['#1/v6/arm64-7.0/', '#1/', '', '[1] https://a.example/?b#1/v6/']), 1],
      ...drawShape(random, 'link'),
    ],
    read(text) {
      const read = readLink(text);
      checkErrors(read, text.length);
      checkReason(openLink(text));
      if (!read.ok || read.value.program.length > MAX_EVENTS) return;
      const again = readLink(writeLink(read.value));
      assert(again.ok && writeLink(again.value) === writeLink(read.value), 'a link that is written again differs');
    },
  },
  notation: {
    weight: 30,
    draw: (random) => drawShape(random, 'notation'),
    read(text) {
      const read = parseProgram(text);
      checkErrors(read, text.length);
      assert(readProgram(text).ok === read.ok, 'reading in chunks differs');
      if (!read.ok || read.value.program.length > MAX_EVENTS) return;
      const printed = printProgram(read.value.program);
      const again = parseProgram(printed);
      assert(again.ok && printProgram(again.value.program) === printed, 'a program that is printed again differs');
    },
  },
  table: {
    weight: 15,
    draw: (random) => drawShape(random, 'table'),
    read: (text) => checkErrors(readTable(text), text.length),
  },
  any: {
    weight: 15,
    draw: (random) => drawShape(random, drawFrom(random, ['notation', 'link', 'table', 'words', 'signs'])),
    read(text) {
      const read = readAny(text);
      if (!read.ok) checkErrors({ ok: false, error: read.error.diagnostics }, text.length);
    },
  },
  files: {
    weight: 5,
    draw: (random) => drawShape(random, drawFrom(random, ['notation', 'link', 'table'])),
    read(text) {
      for (const read of readers) checkErrors(read(text), text.length);
    },
  },
  query: {
    weight: 3,
    draw: (random) => drawShape(random, 'words'),
    read(text) {
      checkReason(parseQueryText(text, SETUP));
      if (prepared.ok) checkErrors(parseGoal(text, prepared.value, ['A', 'B']), text.length);
    },
  },
};
