import { prepare, type World } from '../../engine/setup/world.ts';
import { checkEquivalence, validateScope } from '../../explore/queries/check.ts';
import { describeScope, setupText } from '../../explore/queries/descriptions.ts';
import { WRITE_DEFAULTS } from '../../formats/format.ts';
import { formats } from '../../formats/index.ts';
import { err, type Result } from '../../lib/result.ts';
import { readKeyword } from '../arguments.ts';
import type { CliCommand } from '../command.ts';
import { EXIT } from '../io.ts';
import { createQueryJson } from '../query-json.ts';
import { readSearchRequest, SCOPE_OPTIONS } from '../scope-options.ts';
import { readSetupRequest, readSide, resolveSetups, SETUP_OPTIONS, type SetupRequest } from '../setup-options.ts';
import { exitCodeOf, formatVerdict, formatVerdictJson, type ReportedAnswer, VERDICT_FORMATS } from '../verdict.ts';

const { revision: sideRevision, backend: sideBackend, ...options } = SETUP_OPTIONS;
const SIDE = 'revision, or revision@backend, or revision@backend/kernel';

export default {
  id: 'diff',
  order: 25,
  title: 'Search all programs for a shortest one on which two revisions or architectures differ',
  usage: '--left X --right X [OPTION]...',
  options: {
    left: { value: 'X', choices: sideRevision?.choices ?? [], help: SIDE },
    right: { value: 'X', choices: sideRevision?.choices ?? [], help: 'the same for the other side' },
    backend: { value: 'B', choices: sideBackend?.choices ?? [], help: 'architecture of a side that names none' },
    ...options,
    ...SCOPE_OPTIONS,
    format: {
      value: VERDICT_FORMATS.join('|'),
      choices: VERDICT_FORMATS,
      help: 'a readable verdict with both traces, or one JSON object (default table)',
    },
  },
  notes: [
    'Compares what a caller can observe: callbacks, whether the mode is active after each event, and checks that fire.',
    'Interrupts and preemption occur between calls only. In JSON, revision, backend and era are [left, right].',
  ],
  async run(args, io) {
    const request = readSetupRequest(args);
    const search = readSearchRequest(args);
    const format = readKeyword('--format', args.value('format') ?? 'table', VERDICT_FORMATS);
    const sides = (['left', 'right'] as const).map((side) => prepareSide(`--${side}`, args.value(side), request));
    const mistakes = [
      ...args.operands.map((operand) => `unexpected operand "${operand}": this command reads no input`),
      ...[request, search].flatMap((read) => (read.ok ? [] : read.error)),
      ...[format, ...sides].flatMap((read) => (read.ok ? [] : [read.error])),
    ];
    const refusal = search.ok ? validateScope(search.value.scope, true) : null;
    if (refusal !== null) mistakes.push(refusal);
    for (const message of mistakes) io.stderr(`lazymmu diff: ${message}\n`);
    const [left, right] = sides;
    if (mistakes.length > 0 || !search.ok || !format.ok || !left?.ok || !right?.ok) return EXIT.usage;
    const { scope, bounds } = search.value;
    const setups = [left.value.setup, right.value.setup] as const;
    const answer = checkEquivalence([left.value, right.value], scope, bounds);
    const reported: ReportedAnswer =
      answer.verdict === 'violated' ? { ...answer, found: { ...answer.found, checks: [] } } : answer;
    if (format.value === 'json') {
      const query = createQueryJson({ kind: 'difference' }, search.value, setups[0]);
      await io.stdout(formatVerdictJson(reported, { setups, query }));
      return exitCodeOf(answer);
    }
    await io.stdout(`${setupText(setups[0])} against ${setupText(setups[1])}: ${describeScope(scope)}\n`);
    await io.stdout(formatVerdict(reported, 'shows a difference'));
    if (answer.verdict === 'violated') {
      const table = formats.get('table');
      const { found } = answer;
      for (const trace of [found.left, found.right]) await io.stdout(`\n${table.write([trace], WRITE_DEFAULTS)}`);
    }
    return exitCodeOf(answer);
  },
} satisfies CliCommand;

function prepareSide(
  name: string,
  value: string | undefined,
  request: Result<SetupRequest, readonly string[]>,
): Result<World, string> {
  if (value === undefined) return err(`${name} is missing (expected a ${SIDE})`);
  const side = readSide(name, value);
  if (!side.ok) return side;
  if (!request.ok) return err(`${name} cannot be prepared`);
  const [setup] = resolveSetups({ ...request.value, ...side.value }, null);
  return setup ? prepare(setup) : err(`${name} names no backend`);
}
