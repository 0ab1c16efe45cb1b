import { backends } from '../engine/backends/index.ts';
import { CHECKS, type Checks, ERAS, type Era, type Setup } from '../engine/model.ts';
import { revisions } from '../engine/revisions/index.ts';
import { DEFAULTS, defaultEra, findRevision } from '../engine/setup/world.ts';
import { err, ok, type Result } from '../lib/result.ts';
import type { View } from '../notation/link/link.ts';
import { nearest } from '../notation/text/suggest.ts';
import { type Arguments, type OptionTable, readKeyword } from './arguments.ts';

/** The options that choose the setup of a run. */
export const SETUP_OPTIONS: OptionTable = {
  revision: {
    value: 'R',
    choices: revisions.all.flatMap(({ id, aliases }) => [id, ...aliases]),
    help: `revision of the generic helpers (default ${DEFAULTS.revision}; "lazymmu list revisions")`,
  },
  backend: {
    value: 'B',
    repeatable: true,
    choices: backends.ids,
    help: `architecture (default ${DEFAULTS.backend}; "lazymmu list backends")`,
  },
  kernel: {
    value: 'K',
    aliases: ['era'],
    choices: ERAS,
    help: `kernel release: ${ERAS.join(', ')} (default: that of the revision)`,
  },
  checks: {
    value: CHECKS.join('|'),
    choices: CHECKS,
    help: 'as in the kernel (default), stop the run at the first check that fires, or evaluate no checks',
  },
  'no-debug-vm': { help: 'CONFIG_DEBUG_VM is off: the same as --checks off' },
  'panic-on-warn': { help: 'a warning ends the run' },
  capacity: { value: 'N', help: "batch size, 1 to 65535 updates (default: the architecture's own)" },
};

/** The setup that the options ask for; what is null comes from the input or is the default. */
export interface SetupRequest {
  readonly revision: string | null;
  readonly backends: readonly string[];
  readonly era: Era | null;
  readonly checks: Checks | null;
  readonly panicOnWarn: boolean;
  readonly capacity: number | null;
}

/** Reads SETUP_OPTIONS. The error is a list of sentences. */
export function readSetupRequest(args: Arguments): Result<SetupRequest, readonly string[]> {
  const mistakes: string[] = [];
  const read = <T>(name: string, reader: (value: string) => Result<T, string>): readonly T[] =>
    args.values(name).flatMap((value) => {
      const result = reader(value);
      if (!result.ok) mistakes.push(result.error);
      return result.ok ? [result.value] : [];
    });
  const request: SetupRequest = {
    revision: read('revision', (value) => readRevision(value))[0] ?? null,
    backends: [...new Set(read('backend', (value) => readKeyword('--backend', value, backends.ids)))],
    era: read('kernel', (value) => readKeyword('--kernel', value, ERAS))[0] ?? null,
    checks: readChecks(args, read('checks', (value) => readKeyword('--checks', value, CHECKS))[0], mistakes),
    panicOnWarn: args.has('panic-on-warn'),
    capacity: read('capacity', readCapacity)[0] ?? null,
  };
  return mistakes.length > 0 ? err(mistakes) : ok(request);
}

/** Completes a request to one setup for each backend. A link has its own values for what the options leave open. */
export function resolveSetups(request: SetupRequest, link: View | null): readonly Setup[] {
  const revision = request.revision ?? link?.revision ?? DEFAULTS.revision;
  const found = findRevision(revision);
  const era = request.era ?? (found ? defaultEra(found) : '7.0');
  const linked = request.revision === null && request.era === null ? link?.backends : undefined;
  const requested =
    request.backends.length > 0 ? request.backends : (link?.backends.map(({ backend }) => backend) ?? []);
  const ids = requested.length > 0 ? requested : [DEFAULTS.backend];
  return ids.map((backend) => ({
    revision: found?.id ?? revision,
    backend,
    era: linked?.find((pair) => pair.backend === backend)?.era ?? linked?.[0]?.era ?? era,
    checks: request.checks ?? link?.checks ?? DEFAULTS.checks,
    panicOnWarn: request.panicOnWarn || (link?.panicOnWarn ?? DEFAULTS.panicOnWarn),
    capacity: request.capacity ?? link?.capacity ?? DEFAULTS.capacity,
  }));
}

/** Reads one side of a comparison: `v6`, `v6@xen-pv` or `v6@xen-pv/7.1`. */
export function readSide(name: string, value: string): Result<Partial<SetupRequest>, string> {
  const [, names = '', backendId, eraName] = /^([^@]*)(?:@([^/]*)(?:\/(.*))?)?$/.exec(value) ?? [];
  const revision = readRevision(names, name);
  if (!revision.ok) return revision;
  const backend = backendId === undefined ? null : readKeyword(`the backend of ${name}`, backendId, backends.ids);
  const era = eraName === undefined ? null : readKeyword(`the kernel release of ${name}`, eraName, ERAS);
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

function readChecks(args: Arguments, checks: Checks | undefined, mistakes: string[]): Checks | null {
  if (!args.has('no-debug-vm')) return checks ?? null;
  if (checks !== undefined && checks !== 'off') {
    mistakes.push(`--no-debug-vm means --checks off, but --checks is "${checks}"`);
  }
  return 'off';
}

function readCapacity(value: string): Result<number, string> {
  const number = /^\d{1,5}$/.test(value) ? Number(value) : 0;
  return number >= 1 && number <= 65535 ? ok(number) : err(`--capacity cannot be "${value}" (expected 1 to 65535)`);
}
