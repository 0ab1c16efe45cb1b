import { backends } from '../engine/backends/index.ts';
import { CHECKS, type Checks, ERAS, type Era, type Setup } from '../engine/model.ts';
import { revisions } from '../engine/revisions/index.ts';
import { DEFAULTS, defaultEra, findRevision } from '../engine/setup/world.ts';
import { err, ok, type Result } from '../lib/result.ts';
import type { View } from '../notation/link/link.ts';
import { nearest } from '../notation/text/suggest.ts';
import { type Arguments, type Options, oneOf } from './arguments.ts';

/** The options that choose what a program runs on. */
export const SETUP_OPTIONS: Options = {
  revision: { value: 'R', says: `version of the helpers (default ${DEFAULTS.revision}; "lazymmu list revisions")` },
  backend: {
    value: 'B',
    repeatable: true,
    says: `architecture (default ${DEFAULTS.backend}), one trace after the other`,
  },
  era: {
    value: 'E',
    says: `kernel release of the architecture: ${ERAS.join(', ')} (default: what the revision meets)`,
  },
  checks: {
    value: CHECKS.join('|'),
    says: 'a check that fires ends the task or warns, ends the run, or is not evaluated',
  },
  'no-debug-vm': { says: 'without CONFIG_DEBUG_VM: the same as --checks off' },
  'panic-on-warn': { says: 'a warning ends the run' },
  capacity: { value: 'N', says: 'updates that a batch holds, instead of the real number: 1 to 65535' },
};

/** What a person asked for; what is null comes from the input, or is the default. */
export interface Choice {
  readonly revision: string | null;
  readonly backends: readonly string[];
  readonly era: Era | null;
  readonly checks: Checks | null;
  readonly panicOnWarn: boolean;
  readonly capacity: number | null;
}

/** Reads SETUP_OPTIONS. The error is a list of sentences. */
export function readChoice(args: Arguments): Result<Choice, readonly string[]> {
  const wrong: string[] = [];
  const read = <T>(name: string, reader: (value: string) => Result<T, string>): readonly T[] =>
    args.values(name).flatMap((value) => {
      const result = reader(value);
      if (!result.ok) wrong.push(result.error);
      return result.ok ? [result.value] : [];
    });
  const choice: Choice = {
    revision: read('revision', (value) => readRevision(value))[0] ?? null,
    backends: [...new Set(read('backend', (value) => oneOf('--backend', value, backends.ids)))],
    era: read('era', (value) => oneOf('--era', value, ERAS))[0] ?? null,
    checks: readChecks(args, read('checks', (value) => oneOf('--checks', value, CHECKS))[0], wrong),
    panicOnWarn: args.has('panic-on-warn'),
    capacity: read('capacity', readCapacity)[0] ?? null,
  };
  return wrong.length > 0 ? err(wrong) : ok(choice);
}

/** The setups that a choice asks for, one for each backend; a link brings its own for what was not chosen. */
export function setupsOf(choice: Choice, link: View | null): readonly Setup[] {
  const revision = choice.revision ?? link?.revision ?? DEFAULTS.revision;
  const found = findRevision(revision);
  const era = choice.era ?? (found ? defaultEra(found) : '7.0');
  const linked = choice.revision === null && choice.era === null ? link?.backends : undefined;
  const chosen = choice.backends.length > 0 ? choice.backends : (link?.backends.map(({ backend }) => backend) ?? []);
  const ids = chosen.length > 0 ? chosen : [DEFAULTS.backend];
  return ids.map((backend) => ({
    revision: found?.id ?? revision,
    backend,
    era: linked?.find((pair) => pair.backend === backend)?.era ?? linked?.[0]?.era ?? era,
    checks: choice.checks ?? link?.checks ?? DEFAULTS.checks,
    panicOnWarn: choice.panicOnWarn || (link?.panicOnWarn ?? DEFAULTS.panicOnWarn),
    capacity: choice.capacity ?? link?.capacity ?? DEFAULTS.capacity,
  }));
}

/** One side of a comparison: `v6`, `v6@xen-pv` or `v6@xen-pv/7.1`. */
export function readSide(name: string, value: string): Result<Partial<Choice>, string> {
  const [, names = '', backendId, eraName] = /^([^@]*)(?:@([^/]*)(?:\/(.*))?)?$/.exec(value) ?? [];
  const revision = readRevision(names, name);
  if (!revision.ok) return revision;
  const backend = backendId === undefined ? null : oneOf(`the backend of ${name}`, backendId, backends.ids);
  const era = eraName === undefined ? null : oneOf(`the era of ${name}`, eraName, ERAS);
  for (const part of [backend, era]) if (part && !part.ok) return part;
  return ok({
    revision: revision.value,
    ...(backend?.ok && { backends: [backend.value] }),
    ...(era?.ok && { era: era.value }),
  });
}

function readRevision(value: string, name = '--revision'): Result<string, string> {
  const revision = findRevision(value);
  if (revision) return ok(revision.id);
  const names = revisions.all.flatMap(({ id, aliases }) => [id, ...aliases]);
  const meant = nearest(value, names);
  const hint = meant === undefined ? '' : `; did you mean "${meant}"?`;
  return err(`${name} cannot be "${value}"${hint} (expected ${names.join(', ')})`);
}

function readChecks(args: Arguments, checks: Checks | undefined, wrong: string[]): Checks | null {
  if (!args.has('no-debug-vm')) return checks ?? null;
  if (checks !== undefined && checks !== 'off') {
    wrong.push(`--no-debug-vm means --checks off, but --checks is "${checks}"`);
  }
  return 'off';
}

function readCapacity(value: string): Result<number, string> {
  const number = /^\d{1,5}$/.test(value) ? Number(value) : 0;
  return number >= 1 && number <= 65535 ? ok(number) : err(`--capacity cannot be "${value}" (expected 1 to 65535)`);
}
