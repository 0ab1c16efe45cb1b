import { prepare, type World } from '../../engine/setup/world.ts';
import { checkEquivalence, validateScope } from '../../explore/queries/check.ts';
import { describeScope, setupText } from '../../explore/queries/descriptions.ts';
import { WRITE_DEFAULTS } from '../../formats/format.ts';
import { formats } from '../../formats/index.ts';
import { err, type Result } from '../../lib/result.ts';
import { oneOf } from '../arguments.ts';
import type { Command } from '../command.ts';
import { EXIT } from '../io.ts';
import { readSearch, SCOPE_OPTIONS } from '../scope-options.ts';
import { type Choice, readChoice, readSide, SETUP_OPTIONS, setupsOf } from '../setup-options.ts';
import { exitOf, type Told, VERDICT_FORMATS, verdictJson, verdictText } from '../verdict.ts';

const { revision: _, backend: __, ...options } = SETUP_OPTIONS;
const SIDE = 'revision, or revision@backend, or revision@backend/era';

export default {
  id: 'diff',
  order: 25,
  title: 'Searches every order of events for a shortest program on which two revisions differ',
  usage: '--left X --right X [OPTION]...',
  options: {
    left: { value: 'X', says: SIDE },
    right: { value: 'X', says: 'the same' },
    backend: { value: 'B', says: 'architecture where X names none' },
    ...options,
    ...SCOPE_OPTIONS,
    format: {
      value: VERDICT_FORMATS.join('|'),
      says: 'a verdict to read with both traces, or one object (default table)',
    },
  },
  notes: [
    'Compared is what shows from outside: callbacks, whether the mode is active after each event, and checks that fired.',
    'Interrupts and preemption come between calls.',
  ],
  async run(args, io) {
    const choice = readChoice(args);
    const asked = readSearch(args);
    const format = oneOf('--format', args.value('format') ?? 'table', VERDICT_FORMATS);
    const sides = (['left', 'right'] as const).map((side) => worldOf(`--${side}`, args.value(side), choice));
    const wrong = [
      ...args.operands.map((operand) => `there is nothing to read, but "${operand}" stands there`),
      ...[choice, asked].flatMap((read) => (read.ok ? [] : read.error)),
      ...[format, ...sides].flatMap((read) => (read.ok ? [] : [read.error])),
    ];
    const refusal = asked.ok ? validateScope(asked.value.scope, true) : null;
    if (refusal !== null) wrong.push(refusal);
    for (const message of wrong) io.stderr(`lazymmu diff: ${message}\n`);
    const [left, right] = sides;
    if (wrong.length > 0 || !asked.ok || !format.ok || !left?.ok || !right?.ok) return EXIT.usage;
    const { scope, bounds } = asked.value;
    const answer = checkEquivalence([left.value, right.value], scope, bounds);
    const told: Told = answer.verdict === 'violated' ? { ...answer, found: { ...answer.found, checks: [] } } : answer;
    if (format.value === 'json') {
      await io.stdout(verdictJson(told));
      return exitOf(answer);
    }
    await io.stdout(
      `${setupText(left.value.setup)} against ${setupText(right.value.setup)}: ${describeScope(scope)}\n`,
    );
    await io.stdout(verdictText(told, 'tells them apart'));
    if (answer.verdict === 'violated') {
      const table = formats.get('table');
      const { found } = answer;
      for (const trace of [found.left, found.right]) await io.stdout(`\n${table.write([trace], WRITE_DEFAULTS)}`);
    }
    return exitOf(answer);
  },
} satisfies Command;

function worldOf(
  name: string,
  value: string | undefined,
  choice: Result<Choice, readonly string[]>,
): Result<World, string> {
  if (value === undefined) return err(`${name} is missing (expected a ${SIDE})`);
  const side = readSide(name, value);
  if (!side.ok) return side;
  if (!choice.ok) return err(`${name} cannot be prepared`);
  const [setup] = setupsOf({ ...choice.value, ...side.value }, null);
  return setup ? prepare(setup) : err(`${name} names no backend`);
}
