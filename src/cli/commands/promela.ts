import { rules } from '../../engine/rules/index.ts';
import { DEFAULTS, prepare } from '../../engine/setup/world.ts';
import { MAX_TABLE_STATES } from '../../explore/promela/automaton.ts';
import { ASSERTABLE_RULES } from '../../explore/promela/claims.ts';
import { writePromela } from '../../explore/promela/model.ts';
import { validateScope } from '../../explore/queries/check.ts';
import type { Property } from '../../explore/queries/property.ts';
import { err, ok, type Result } from '../../lib/result.ts';
import { oneOf } from '../arguments.ts';
import type { Command } from '../command.ts';
import { EXIT } from '../io.ts';
import { readSearch, SCOPE_OPTIONS } from '../scope-options.ts';
import { readChoice, SETUP_OPTIONS, setupsOf } from '../setup-options.ts';

/** Rules in a line of the notes. */
const LINE = 5;
const { 'max-states': _, ...scopeOptions } = SCOPE_OPTIONS;

export default {
  id: 'promela',
  order: 28,
  title: 'Writes what check searches as a model for SPIN, for spaces that are too large here',
  usage: '[OPTION]...',
  options: {
    ...SETUP_OPTIONS,
    backend: { value: 'B', says: `architecture (default ${DEFAULTS.backend}); one a model` },
    rule: {
      value: 'ID[.SUB]',
      says: 'what is asserted never to break (default: nothing, the states are counted)',
    },
    ltl: { says: 'the rule as a formula over a variable, in place of assertions' },
    ...scopeOptions,
  },
  notes: [
    'Rules that can be asserted:',
    ...ASSERTABLE_RULES.flatMap((_, from) =>
      from % LINE === 0 ? [`  ${ASSERTABLE_RULES.slice(from, from + LINE).join(', ')}`] : [],
    ),
    'What the architecture does stands in the model as a table of its states and steps. How it is run stands at its top.',
    'SPIN stores as many states as "check" finds by the same options, or a few less where a check or a BUG ends runs.',
    `A table has at most ${MAX_TABLE_STATES} states: --capacity 2 and few pages keep it small.`,
  ],
  async run(args, io) {
    const choice = readChoice(args);
    const asked = readSearch(args);
    const property = readRule(args.value('rule'));
    const wrong = [
      ...args.operands.map((operand) => `there is nothing to read, but "${operand}" stands there`),
      ...[choice, asked].flatMap((read) => (read.ok ? [] : read.error)),
      ...(property.ok ? [] : [property.error]),
    ];
    const refusal = asked.ok ? validateScope(asked.value.scope, false) : null;
    if (refusal !== null) wrong.push(refusal);
    const [world] = choice.ok ? setupsOf(choice.value, null).map(prepare) : [];
    if (world && !world.ok) wrong.push(world.error);
    if (wrong.length === 0 && world?.ok && asked.ok && property.ok) {
      const { scope, bounds } = asked.value;
      const model = writePromela({
        ...{ world: world.value, scope, property: property.value },
        ...{ maxLength: bounds.maxLength, ltl: args.has('ltl') },
      });
      if (model.ok) {
        await io.stdout(model.value);
        return EXIT.clean;
      }
      wrong.push(...model.error);
    }
    for (const message of wrong) io.stderr(`lazymmu promela: ${message}\n`);
    return EXIT.usage;
  },
} satisfies Command;

function readRule(value: string | undefined): Result<Property | null, string> {
  if (value === undefined) return ok(null);
  const [id = '', ...sub] = value.split('.');
  const rule = oneOf('--rule', id, rules.ids);
  return rule.ok ? ok({ rule: rule.value, sub: sub.length === 0 ? null : sub.join('.') }) : err(rule.error);
}
