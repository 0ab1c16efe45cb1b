import { rules } from '../../engine/rules/index.ts';
import { prepare } from '../../engine/world.ts';
import { check, refuseScope } from '../../explore/check.ts';
import type { Question } from '../../explore/question.ts';
import { scopeText, setupText } from '../../explore/words.ts';
import { err, ok, type Result } from '../../lib/result.ts';
import { oneOf } from '../arguments.ts';
import type { Command } from '../command.ts';
import { EXIT } from '../io.ts';
import { readSearch, SCOPE_OPTIONS } from '../scope-options.ts';
import { readChoice, SETUP_OPTIONS, setupsOf } from '../setup-options.ts';
import { exitOf, VERDICT_FORMATS, verdictJson, verdictText, worstOf } from '../verdict.ts';

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
    ...SCOPE_OPTIONS,
    format: {
      value: VERDICT_FORMATS.join('|'),
      says: 'a verdict to read, or one object for each backend (default table)',
    },
  },
  notes: ['The verdict holds for the whole reachable space, or a program breaks the rule and none is shorter.'],
  async run(args, io) {
    const choice = readChoice(args);
    const asked = readSearch(args);
    const question = readQuestion(args.value('rule') ?? 'any');
    const format = oneOf('--format', args.value('format') ?? 'table', VERDICT_FORMATS);
    const wrong = [
      ...args.operands.map((operand) => `there is nothing to read, but "${operand}" stands there`),
      ...[choice, asked].flatMap((read) => (read.ok ? [] : read.error)),
      ...[question, format].flatMap((read) => (read.ok ? [] : [read.error])),
    ];
    const worlds = choice.ok ? setupsOf(choice.value, null).map(prepare) : [];
    wrong.push(...worlds.flatMap((world) => (world.ok ? [] : [world.error])));
    const refusal = asked.ok ? refuseScope(asked.value.scope, false) : null;
    if (refusal !== null) wrong.push(refusal);
    for (const message of wrong) io.stderr(`lazymmu check: ${message}\n`);
    if (wrong.length > 0 || !asked.ok || !question.ok || !format.ok) return EXIT.usage;
    const { scope, bounds } = asked.value;
    const exits: number[] = [];
    for (const world of worlds.flatMap((one) => (one.ok ? [one.value] : []))) {
      const answer = check(world, question.value, scope, bounds);
      const head = `${exits.length > 0 ? '\n' : ''}${setupText(world.setup)}: ${scopeText(scope)}\n`;
      const what = question.value === 'any' ? 'has a finding' : `breaks ${args.value('rule')}`;
      await io.stdout(format.value === 'json' ? verdictJson(answer) : head + verdictText(answer, what));
      exits.push(exitOf(answer));
    }
    return worstOf(exits);
  },
} satisfies Command;

function readQuestion(value: string): Result<Question, string> {
  if (value === 'any') return ok('any');
  const [id = '', ...sub] = value.split('.');
  const rule = oneOf('--rule', id, rules.ids);
  if (!rule.ok) return err(`${rule.error}, or any`);
  return ok({ rule: rule.value, sub: sub.length === 0 ? null : sub.join('.') });
}
