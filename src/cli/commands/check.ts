import { rules } from '../../engine/rules/index.ts';
import { prepare } from '../../engine/setup/world.ts';
import { tasksOf } from '../../explore/kernel-space/scope.ts';
import {
  type CheckResult,
  checkProperty,
  checkReachability,
  type ReachedState,
  type RuleViolation,
  validateScope,
} from '../../explore/queries/check.ts';
import { describeScope, setupText } from '../../explore/queries/descriptions.ts';
import { goalText, parseGoal } from '../../explore/queries/goal.ts';
import type { Property } from '../../explore/queries/property.ts';
import { err, ok, type Result } from '../../lib/result.ts';
import { type Diagnostic, formatDiagnostic } from '../../lib/source.ts';
import { readKeyword } from '../arguments.ts';
import type { CliCommand } from '../command.ts';
import { EXIT } from '../io.ts';
import { createQueryJson, type SearchGoal } from '../query-json.ts';
import { readSearchRequest, SCOPE_OPTIONS } from '../scope-options.ts';
import { readSetupRequest, resolveSetups, SETUP_OPTIONS } from '../setup-options.ts';
import {
  exitCodeOf,
  findWorstExitCode,
  formatVerdict,
  formatVerdictJson,
  type ReportedAnswer,
  VERDICT_FORMATS,
} from '../verdict.ts';

export default {
  id: 'check',
  order: 20,
  title: 'Search all programs for a shortest one that breaks a rule or reaches a state',
  usage: '[OPTION]...',
  options: {
    ...SETUP_OPTIONS,
    rule: {
      value: 'ID[.SUB]|any',
      choices: ['any', ...rules.ids],
      help: 'rule to look for (default any: everything worse than a note; "lazymmu list rules")',
    },
    reach: {
      value: 'STATE',
      help: 'look for a state instead, as in "enable_count = 2, active = no" or "B.pause_count > 0"',
    },
    ...SCOPE_OPTIONS,
    format: {
      value: VERDICT_FORMATS.join('|'),
      choices: VERDICT_FORMATS,
      help: 'a readable verdict, or one JSON object for each backend (default table)',
    },
  },
  notes: [
    'The verdict holds for the whole state space, or comes with a shortest program that breaks the rule.',
    'If two tasks exceed --max-states and neither affects the other, each is searched separately.',
  ],
  async run(args, io) {
    const request = readSetupRequest(args);
    const search = readSearchRequest(args);
    const rule = args.value('rule') ?? 'any';
    const property = readProperty(rule);
    const format = readKeyword('--format', args.value('format') ?? 'table', VERDICT_FORMATS);
    const mistakes = [
      ...args.operands.map((operand) => `unexpected operand "${operand}": this command reads no input`),
      ...[request, search].flatMap((read) => (read.ok ? [] : read.error)),
      ...[property, format].flatMap((read) => (read.ok ? [] : [read.error])),
    ];
    const worlds = request.ok ? resolveSetups(request.value, null).map(prepare) : [];
    mistakes.push(...worlds.flatMap((world) => (world.ok ? [] : [world.error])));
    const state = args.value('reach');
    if (state !== undefined && args.value('rule') !== undefined) mistakes.push('--reach and --rule exclude each other');
    const goals = worlds.map((world) =>
      state === undefined || !world.ok || !search.ok
        ? null
        : parseGoal(state, world.value, tasksOf(search.value.scope)),
    );
    mistakes.push(...new Set(goals.flatMap((goal) => (goal && !goal.ok ? goal.error.map(goalMessage) : []))));
    const refusal = search.ok ? validateScope(search.value.scope, false) : null;
    if (refusal !== null) mistakes.push(refusal);
    for (const message of mistakes) io.stderr(`lazymmu check: ${message}\n`);
    if (mistakes.length > 0 || !search.ok || !property.ok || !format.ok) return EXIT.usage;
    const { scope, bounds } = search.value;
    const exits: number[] = [];
    for (const [index, world] of worlds.entries()) {
      if (!world.ok) continue;
      const { setup } = world.value;
      const goal = goals[index];
      const answer: ReportedAnswer = goal?.ok
        ? reportReached(checkReachability(world.value, goal.value, scope, bounds))
        : reportBroken(checkProperty(world.value, property.value, scope, bounds));
      if (format.value === 'json') {
        const about: SearchGoal = goal?.ok ? { kind: 'reach', state: goalText(goal.value) } : { kind: 'rule', rule };
        const query = createQueryJson(about, search.value, setup);
        await io.stdout(formatVerdictJson(answer, { setups: [setup], query }));
      } else {
        const what = goal?.ok ? `reaches ${goalText(goal.value)}` : rule === 'any' ? 'has a problem' : `breaks ${rule}`;
        const separator = exits.length > 0 ? '\n' : '';
        await io.stdout(`${separator}${setupText(setup)}: ${describeScope(scope)}\n${formatVerdict(answer, what)}`);
      }
      exits.push(exitCodeOf(answer));
    }
    return findWorstExitCode(exits);
  },
} satisfies CliCommand;

const goalMessage = (diagnostic: Diagnostic): string => formatDiagnostic(diagnostic, '--reach');

const reportReached = (answer: CheckResult<ReachedState>): ReportedAnswer =>
  answer.verdict === 'violated' ? { ...answer, found: { finding: null, checks: [] } } : answer;

function reportBroken(answer: CheckResult<RuleViolation>): ReportedAnswer {
  if (answer.verdict !== 'violated') return answer;
  const { trace, slot, finding } = answer.found;
  return { ...answer, found: { finding, checks: trace.summaryAt(slot).checks } };
}

function readProperty(value: string): Result<Property, string> {
  if (value === 'any') return ok('any');
  const [id = '', ...sub] = value.split('.');
  const rule = readKeyword('--rule', id, rules.ids);
  if (!rule.ok) return err(`${rule.error}, or any`);
  return ok({ rule: rule.value, sub: sub.length === 0 ? null : sub.join('.') });
}
