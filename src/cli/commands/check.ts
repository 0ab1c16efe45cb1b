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
import { oneOf } from '../arguments.ts';
import type { Command } from '../command.ts';
import { EXIT } from '../io.ts';
import { readSearch, SCOPE_OPTIONS } from '../scope-options.ts';
import { readChoice, SETUP_OPTIONS, setupsOf } from '../setup-options.ts';
import { exitOf, type Told, VERDICT_FORMATS, verdictJson, verdictText, worstOf } from '../verdict.ts';

export default {
  id: 'check',
  order: 20,
  title: 'Searches every order of events for a shortest program that breaks a rule',
  usage: '[OPTION]...',
  options: {
    ...SETUP_OPTIONS,
    rule: {
      value: 'ID[.SUB]|any',
      says: 'what to look for (default any: whatever is above a note; "lazymmu list rules")',
    },
    reach: {
      value: 'STATE',
      says: 'a state to look for instead, such as "enable_count = 2, active = no" or "B.pause_count > 0"',
    },
    ...SCOPE_OPTIONS,
    format: {
      value: VERDICT_FORMATS.join('|'),
      says: 'a verdict to read, or one object for each backend (default table)',
    },
  },
  notes: [
    'The verdict holds for the whole reachable space, or a program breaks the rule and none is shorter.',
    'Two tasks with more states than --max-states are searched one by one where neither changes what the other does.',
  ],
  async run(args, io) {
    const choice = readChoice(args);
    const asked = readSearch(args);
    const property = readQuestion(args.value('rule') ?? 'any');
    const format = oneOf('--format', args.value('format') ?? 'table', VERDICT_FORMATS);
    const wrong = [
      ...args.operands.map((operand) => `there is nothing to read, but "${operand}" stands there`),
      ...[choice, asked].flatMap((read) => (read.ok ? [] : read.error)),
      ...[property, format].flatMap((read) => (read.ok ? [] : [read.error])),
    ];
    const worlds = choice.ok ? setupsOf(choice.value, null).map(prepare) : [];
    wrong.push(...worlds.flatMap((world) => (world.ok ? [] : [world.error])));
    const state = args.value('reach');
    if (state !== undefined && args.value('rule') !== undefined) wrong.push('--reach and --rule are two questions');
    const goals = worlds.map((world) =>
      state === undefined || !world.ok || !asked.ok ? null : parseGoal(state, world.value, tasksOf(asked.value.scope)),
    );
    wrong.push(...new Set(goals.flatMap((goal) => (goal && !goal.ok ? goal.error.map(complaint) : []))));
    const refusal = asked.ok ? validateScope(asked.value.scope, false) : null;
    if (refusal !== null) wrong.push(refusal);
    for (const message of wrong) io.stderr(`lazymmu check: ${message}\n`);
    if (wrong.length > 0 || !asked.ok || !property.ok || !format.ok) return EXIT.usage;
    const { scope, bounds } = asked.value;
    const exits: number[] = [];
    for (const [index, world] of worlds.entries()) {
      if (!world.ok) continue;
      const goal = goals[index];
      const answer: Told = goal?.ok
        ? replied(checkReachability(world.value, goal.value, scope, bounds))
        : broken(checkProperty(world.value, property.value, scope, bounds));
      const head = `${exits.length > 0 ? '\n' : ''}${setupText(world.value.setup)}: ${describeScope(scope)}\n`;
      const what = goal?.ok
        ? `reaches ${goalText(goal.value)}`
        : property.value === 'any'
          ? 'has a finding'
          : `breaks ${args.value('rule')}`;
      await io.stdout(format.value === 'json' ? verdictJson(answer) : head + verdictText(answer, what));
      exits.push(exitOf(answer));
    }
    return worstOf(exits);
  },
} satisfies Command;

const complaint = (diagnostic: Diagnostic): string => formatDiagnostic(diagnostic, '--reach');

/** A state that is reached is an answer without a finding. */
const replied = (answer: CheckResult<ReachedState>): Told =>
  answer.verdict === 'violated' ? { ...answer, found: { finding: null, checks: [] } } : answer;

function broken(answer: CheckResult<RuleViolation>): Told {
  if (answer.verdict !== 'violated') return answer;
  const { trace, slot, finding } = answer.found;
  return { ...answer, found: { finding, checks: trace.summaryAt(slot).checks } };
}

function readQuestion(value: string): Result<Property, string> {
  if (value === 'any') return ok('any');
  const [id = '', ...sub] = value.split('.');
  const rule = oneOf('--rule', id, rules.ids);
  if (!rule.ok) return err(`${rule.error}, or any`);
  return ok({ rule: rule.value, sub: sub.length === 0 ? null : sub.join('.') });
}
