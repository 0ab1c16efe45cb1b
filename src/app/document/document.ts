import type { Program, Setup } from '../../engine/model.ts';
import { startRerun, startRun, type Trace } from '../../engine/run/run.ts';
import { prepare } from '../../engine/setup/world.ts';
import { assert } from '../../lib/assert.ts';
import type { Span } from '../../lib/source.ts';
import type { AppState, Document } from '../state/state.ts';
import { tooMuchWork } from './cost-estimate.ts';
import { readText } from './reading.ts';
import { keepEvents, same } from './reuse-unchanged-events.ts';
import { printed, rewrite } from './rewrite.ts';
import { isSame, shownIn } from './visible-runs.ts';

export const documentOf = (
  program: Program,
  setup: Setup,
  title: string | null,
  beside: Document['beside'] = [],
): Document => ({ text: printed(program), problems: [], program, setup, beside, title, named: false });

/** The document when nothing is left of its program: a title that told of that goes with it. */
export const renewed = (document: Document): Document => (document.named ? document : { ...document, title: null });

/** The document with another text; where that is wrong, with its problems and the last program that was right. */
export function withText(document: Document, text: string): Document {
  const read = readText(text);
  if (!read.ok) return { ...document, text, problems: read.error };
  const work = tooMuchWork(read.value.program);
  if (work !== null) return { ...document, text, problems: [{ span: START, message: work, expected: LESS }] };
  return { ...document, text, problems: [], program: keepEvents(document.program, read.value.program) };
}

const START: Span = { line: 1, column: 1, start: 0, end: 0 };
const LESS = 'fewer repeats or smaller ranges';

/** The document with another program, in the person's own words as far as they still say it. */
export function withProgram(document: Document, program: Program): Document {
  return { ...document, text: rewrite(document, program), problems: [], program };
}

/**
 * The runs of a document, made from older ones where that saves work. What the document shows must be possible. Long ones are
 * under way; the runner lets them go on.
 */
export function runsOf(old: Pick<Runs, 'shown'> | null, document: Document): Runs {
  const { program, setup } = document;
  const shown = shownIn(document).map((architecture) => {
    const wanted = { ...setup, ...architecture };
    return traceOf(old?.shown.find((one) => same(one.setup, wanted)) ?? null, program, wanted);
  });
  const trace = shown.find((one) => isSame(one.setup, setup));
  assert(trace, `the run on ${setup.backend} ${setup.era} is missing`);
  for (const one of shown) one.goOn(AT_ONCE / shown.length);
  return { trace, shown, running: shown.some(({ whole }) => !whole) };
}

/** The rows that are run at once, on all architectures together: all of most programs, and a few ms of a long one. */
const AT_ONCE = 600;

export type Runs = Pick<AppState, 'trace' | 'shown' | 'running'>;

function traceOf(old: Trace | null, program: Program, setup: Setup): Trace {
  if (old) return old.program === program ? old : startRerun(old, program);
  const world = prepare(setup);
  assert(world.ok, world.ok ? '' : `the setup was not checked: ${world.error}`);
  return startRun(world.value, program);
}
