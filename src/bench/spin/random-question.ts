import { backends } from '../../engine/backends/index.ts';
import { CHECKS, ERAS, type Event, type Setup } from '../../engine/model.ts';
import { revisions } from '../../engine/revisions/index.ts';
import { prepare, setupOf, type World } from '../../engine/setup/world.ts';
import { parseAlphabetWord } from '../../explore/kernel-space/alphabet.ts';
import { type Callers, DEFAULT_SCOPE, INTERLEAVINGS, type SearchScope } from '../../explore/kernel-space/scope.ts';
import { ASSERTABLE_RULES } from '../../explore/promela/claims.ts';
import { describeScope } from '../../explore/queries/descriptions.ts';
import type { Property } from '../../explore/queries/property.ts';
import { assert } from '../../lib/assert.ts';
import { drawFrom, type Random } from '../../lib/random.ts';

/** A question that the explorer and SPIN may both be asked. */
export interface RandomQuestion {
  readonly world: World;
  readonly scope: SearchScope;
  /** The rule to assert; null only counts states. */
  readonly property: Property | null;
  readonly title: string;
}

const CALLS = ['enable', 'disable', 'pause', 'resume'];
const PAGE_EVENTS = [
  'set k1',
  'read k1',
  'touch k1',
  'set 1',
  'touch 1',
  'clear 1',
  'read 1',
  'gather-flush',
  'flush-tlb',
];

const isOneIn = (random: Random, count: number): boolean => random(count) === 0;

/** Draws a setup, a scope and a rule. Many of them cannot be expressed as a model, or have too many states. */
export function drawQuestion(random: Random): RandomQuestion {
  const world = drawWorld(random);
  const scope = drawScope(random, world);
  const property = isOneIn(random, 4) ? null : { rule: drawFrom(random, ASSERTABLE_RULES), sub: null };
  return { world, scope, property, title: titleOf(world.setup, scope, property) };
}

function drawWorld(random: Random): World {
  for (;;) {
    const revision = drawFrom(random, revisions.ids);
    const setup = setupOf({
      revision,
      era: drawFrom(random, ERAS),
      backend: drawFrom(random, backends.ids),
      checks: drawFrom(random, CHECKS),
      panicOnWarn: isOneIn(random, 4),
      capacity: drawFrom(random, [null, 1, 2]),
    });
    const world = prepare(setup);
    if (world.ok) return world.value;
  }
}

function drawScope(random: Random, { revision }: World): SearchScope {
  const words = [
    ...CALLS.filter(() => !isOneIn(random, 3)),
    ...(isOneIn(random, 2) ? [drawFrom(random, PAGE_EVENTS)] : []),
    ...(isOneIn(random, 4) ? [drawFrom(random, PAGE_EVENTS)] : []),
    ...(isOneIn(random, 4) ? ['sleep'] : []),
  ];
  const callers = drawFrom<Callers>(random, ['free', 'paired', 'paired', 'balanced', { legal: revision.id }]);
  const open = { enables: random(4), pauses: random(3) };
  const tasks = isOneIn(random, 3) ? 2 : 1;
  const cpus = isOneIn(random, 4) ? 2 : 1;
  return {
    ...DEFAULT_SCOPE,
    ...{ alphabet: [...new Set(words)].flatMap(eventsOf), callers, tasks, cpus },
    // Few open calls, so that most spaces are small.
    ...(callers !== 'free' && !isOneIn(random, 8) && { open }),
    interrupts: isOneIn(random, 2) ? 'none' : drawFrom(random, INTERLEAVINGS),
    preempt: tasks === 1 && cpus === 1 && isOneIn(random, 2) ? 'none' : drawFrom(random, INTERLEAVINGS),
  };
}

function eventsOf(word: string): readonly Event[] {
  const events = parseAlphabetWord(word);
  assert(events.ok, events.ok ? '' : events.error);
  return events.value;
}

function titleOf(
  { revision, backend, era, checks, panicOnWarn, capacity }: Setup,
  scope: SearchScope,
  property: Property | null,
): string {
  const rule = property === null ? 'no rule' : property === 'any' ? property : property.rule;
  const changes = [
    checks,
    ...(panicOnWarn ? ['panic_on_warn'] : []),
    ...(capacity === null ? [] : [`batch size ${capacity}`]),
  ];
  return `${revision} on ${backend} ${era} (${changes.join(', ')}); ${describeScope(scope)}; ${rule}`;
}
