import { backends } from '../../engine/backends/index.ts';
import { rules } from '../../engine/rules/index.ts';
import { DEFAULTS, prepare } from '../../engine/setup/world.ts';
import { MAX_TABLE_STATES } from '../../explore/promela/automaton.ts';
import { ASSERTABLE_RULES } from '../../explore/promela/claims.ts';
import { writePromela } from '../../explore/promela/model.ts';
import { validateScope } from '../../explore/queries/check.ts';
import type { Property } from '../../explore/queries/property.ts';
import { err, ok, type Result } from '../../lib/result.ts';
import { readKeyword } from '../arguments.ts';
import type { CliCommand } from '../command.ts';
import { EXIT } from '../io.ts';
import { readSearchRequest, SCOPE_OPTIONS } from '../scope-options.ts';
import { readSetupRequest, resolveSetups, SETUP_OPTIONS } from '../setup-options.ts';

/** Rules on one line of the notes. */
const RULES_PER_LINE = 5;
const { 'max-states': _, ...scopeOptions } = SCOPE_OPTIONS;

export default {
  id: 'promela',
  order: 28,
  title: 'Write the search of "lazymmu check" as a model for SPIN',
  usage: '[OPTION]...',
  options: {
    ...SETUP_OPTIONS,
    backend: { value: 'B', choices: backends.ids, help: `architecture of the model (default ${DEFAULTS.backend})` },
    rule: {
      value: 'ID[.SUB]',
      choices: rules.ids,
      help: 'rule to assert (default: none, SPIN only counts the states)',
    },
    ltl: { help: 'state the rule as an LTL formula instead of assertions' },
    ...scopeOptions,
  },
  notes: [
    'Rules that can be asserted:',
    ...ASSERTABLE_RULES.flatMap((_, from) =>
      from % RULES_PER_LINE === 0 ? [`  ${ASSERTABLE_RULES.slice(from, from + RULES_PER_LINE).join(', ')}`] : [],
    ),
    'The model contains the architecture as a table of its states and steps. Its first comment says how to run it.',
    'SPIN stores as many states as "check" finds with the same options, or slightly fewer if a check or a BUG ends runs.',
    `A table has at most ${MAX_TABLE_STATES} states: --capacity 2 and few pages keep it small.`,
  ],
  async run(args, io) {
    const request = readSetupRequest(args);
    const search = readSearchRequest(args);
    const property = readRule(args.value('rule'));
    const mistakes = [
      ...args.operands.map((operand) => `unexpected operand "${operand}": this command reads no input`),
      ...[request, search].flatMap((read) => (read.ok ? [] : read.error)),
      ...(property.ok ? [] : [property.error]),
    ];
    const refusal = search.ok ? validateScope(search.value.scope, false) : null;
    if (refusal !== null) mistakes.push(refusal);
    const [world] = request.ok ? resolveSetups(request.value, null).map(prepare) : [];
    if (world && !world.ok) mistakes.push(world.error);
    if (mistakes.length === 0 && world?.ok && search.ok && property.ok) {
      const { scope, bounds } = search.value;
      const model = writePromela({
        ...{ world: world.value, scope, property: property.value },
        ...{ maxLength: bounds.maxLength, ltl: args.has('ltl') },
      });
      if (model.ok) {
        await io.stdout(model.value);
        return EXIT.clean;
      }
      mistakes.push(...model.error);
    }
    for (const message of mistakes) io.stderr(`lazymmu promela: ${message}\n`);
    return EXIT.usage;
  },
} satisfies CliCommand;

function readRule(value: string | undefined): Result<Property | null, string> {
  if (value === undefined) return ok(null);
  const [id = '', ...sub] = value.split('.');
  const rule = readKeyword('--rule', id, rules.ids);
  return rule.ok ? ok({ rule: rule.value, sub: sub.length === 0 ? null : sub.join('.') }) : err(rule.error);
}
