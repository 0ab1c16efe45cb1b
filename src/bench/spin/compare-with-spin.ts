import { STORES_FEWER, writePromela } from '../../explore/promela/model.ts';
import { checkProperty, validateScope } from '../../explore/queries/check.ts';
import { reasonOf } from '../../lib/attempt.ts';
import { createRandom } from '../../lib/random.ts';
import { drawQuestion, type RandomQuestion } from './random-question.ts';
import { runSpin, SpinIncomplete } from './run-spin.ts';

/** What a number of random questions came to. */
export interface SpinComparison {
  readonly compared: number;
  /** How many of them hold, and so have as many states in both tools. */
  readonly held: number;
  /** States of those, in total. */
  readonly states: number;
  /** Questions that have no model or too many states, and were drawn again. */
  readonly skipped: number;
  /** How many held with fewer states in SPIN, where its model says so: runs that end inside a call. */
  readonly fewer: number;
  /** One sentence per disagreement. */
  readonly disagreements: readonly string[];
}

/** Larger spaces say no more, and SPIN takes long for them. */
const MAX_STATES = 20_000;
const ANY_LENGTH = Number.POSITIVE_INFINITY;

/**
 * Asks the explorer and SPIN the same random questions. If a rule holds, both find as many states. Otherwise SPIN
 * violates it at the explorer's shortest length, and not at a length less.
 */
export async function compareWithSpin(seed: number, count: number): Promise<SpinComparison> {
  const random = createRandom(seed);
  const disagreements: string[] = [];
  let [compared, held, states, skipped, fewer] = [0, 0, 0, 0, 0];
  while (compared < count) {
    const question = drawQuestion(random);
    const answer = answerOf(question);
    if (answer === null) {
      skipped += 1;
      continue;
    }
    const disagreement = await disagreementOf(question, answer);
    if (disagreement === 'too large for SPIN') {
      skipped += 1;
      continue;
    }
    compared += 1;
    if (disagreement === 'fewer in SPIN') {
      fewer += 1;
      continue;
    }
    if (answer.length === null) {
      held += 1;
      states += answer.states;
    }
    if (disagreement !== null) disagreements.push(`${question.title}: ${disagreement}`);
  }
  return { compared, held, states, skipped, fewer, disagreements };
}

interface Answer {
  readonly states: number;
  /** Length of a shortest counterexample; null if there is none. */
  readonly length: number | null;
}

/** The explorer's answer; null if there is none that SPIN can be asked about. */
function answerOf({ world, scope, property }: RandomQuestion): Answer | null {
  if (validateScope(scope, false) !== null) return null;
  if (!writePromela({ world, scope, property, maxLength: ANY_LENGTH }).ok) return null;
  // Without a rule, the explorer searches for one that cannot break: every state is found.
  const bounds = { maxLength: ANY_LENGTH, maxStates: MAX_STATES };
  const answer = checkProperty(world, property ?? NEVER, scope, bounds);
  if (answer.verdict === 'bounded') return null;
  return { states: answer.states, length: answer.verdict === 'violated' ? answer.length : null };
}

/** A part of a rule that no finding has. */
const NEVER = { rule: 'kernel-check', sub: 'never' } as const;

async function disagreementOf(question: RandomQuestion, answer: Answer): Promise<string | null> {
  try {
    return await disagreementIn(question, answer);
  } catch (error) {
    // Nobody knows before its run that a model leaves the table of its architecture.
    if (error instanceof SpinIncomplete) return 'too large for SPIN';
    // One model that SPIN rejects must not hide what the other questions find.
    return `no answer of SPIN: ${reasonOf(error)}`;
  }
}

async function disagreementIn(question: RandomQuestion, { states, length }: Answer): Promise<string | null> {
  if (length === null) {
    const theirs = await askSpin(question, ANY_LENGTH);
    if (theirs.failed) return `holds with ${states} states, but SPIN finds a counterexample`;
    if (theirs.states < states && theirs.saysFewer) return 'fewer in SPIN';
    return theirs.states === states ? null : `${states} states, but SPIN stores ${theirs.states}`;
  }
  if (!(await askSpin(question, length)).failed) return `breaks after ${length} events, but not in SPIN`;
  if (length > 1 && (await askSpin(question, length - 1)).failed)
    return `breaks after ${length} events, in SPIN sooner`;
  return null;
}

async function askSpin({ world, scope, property }: RandomQuestion, maxLength: number) {
  const model = writePromela({ world, scope, property, maxLength });
  if (!model.ok) throw new Error(model.error.join('; '));
  return { ...(await runSpin(model.value, 0)), saysFewer: model.value.includes(STORES_FEWER) };
}
