import { totalmem } from 'node:os';
import { legalCallers, parseAlphabetWord } from '../explore/kernel-space/alphabet.ts';
import {
  type Callers,
  DEFAULT_SCOPE,
  INTERLEAVINGS,
  type OpenLimits,
  type SearchScope,
} from '../explore/kernel-space/scope.ts';
import { DEFAULT_BOUNDS } from '../explore/queries/check.ts';
import type { Bounds } from '../explore/search/space.ts';
import { err, ok, type Result } from '../lib/result.ts';
import { printEvent } from '../notation/text/print.ts';
import { type Arguments, type OptionTable, readKeyword, readPositive } from './arguments.ts';

const CALLERS = ['free', 'paired', 'balanced'] as const;

/** The options that choose the programs that a search tries. */
export const SCOPE_OPTIONS: OptionTable = {
  alphabet: {
    value: 'A,B,…',
    help: `events to try: ${DEFAULT_SCOPE.alphabet.map(printEvent).join(',')} (default), "set k1", sleep, bh, irq, switch …`,
  },
  callers: {
    value: 'C',
    choices: CALLERS,
    help: 'free (any calls, default), paired (matched), balanced (properly nested), or legal:R (legal in R)',
  },
  open: {
    value: 'N,M',
    help: 'how many enables and pauses paired, balanced or legal callers may have open (up to 255,255)',
  },
  tasks: { value: 'N', choices: ['1', '2'], help: 'active tasks: 1 or 2 (default 1)' },
  cpus: { value: 'N', choices: ['1', '2'], help: 'CPUs that tasks run on: 1 or 2 (default 1)' },
  interrupts: {
    value: 'WHERE',
    choices: INTERLEAVINGS,
    help: `where interrupts occur: ${INTERLEAVINGS.join(', ')} (default none; calls with "irq" in the alphabet)`,
  },
  preempt: {
    value: 'WHERE',
    choices: INTERLEAVINGS,
    help: `where tasks are preempted: ${INTERLEAVINGS.join(', ')} (default none; calls with "switch" in the alphabet)`,
  },
  'max-length': { value: 'N', help: 'longest program to try (default: no limit)' },
  'max-states': { value: 'N', help: `states after which the search stops (default ${DEFAULT_BOUNDS.maxStates})` },
  'max-memory': { value: 'MB', help: "memory in MB at which the search stops (default: half of the computer's)" },
};

const MEGABYTE = 1e6;

/** The rest is for other programs, and for arrays while they grow. */
const defaultMegabytes = (): number => Math.floor(totalmem() / 2 / MEGABYTE);

/** What a search tries, and where it stops. */
export interface SearchRequest {
  readonly scope: SearchScope;
  readonly bounds: Bounds;
}

/** Reads SCOPE_OPTIONS. The error is a list of sentences. */
export function readSearchRequest(args: Arguments): Result<SearchRequest, readonly string[]> {
  const mistakes: string[] = [];
  const read = <T>(name: string, reader: (value: string) => Result<T, string>): T | undefined => {
    const value = args.value(name);
    if (value === undefined) return undefined;
    const result = reader(value);
    if (result.ok) return result.value;
    mistakes.push(result.error);
    return undefined;
  };
  const words = args
    .value('alphabet')
    ?.split(',')
    .map((word) => word.trim());
  const kinds = (['irq', 'softirq'] as const).filter((kind) => words?.includes(kind));
  const plainEvents = words
    ?.filter((word) => !['irq', 'softirq', 'switch'].includes(word))
    .flatMap((word) => {
      const events = parseAlphabetWord(word);
      if (!events.ok) mistakes.push(`--alphabet ${events.error}`);
      return events.ok ? events.value : [];
    });
  const tasks = read('tasks', (value) => readOneOrTwo('--tasks', value)) ?? 1;
  const cpus = read('cpus', (value) => readOneOrTwo('--cpus', value)) ?? 1;
  const interrupts = read('interrupts', (value) => readKeyword('--interrupts', value, INTERLEAVINGS));
  const preempt = read('preempt', (value) => readKeyword('--preempt', value, INTERLEAVINGS));
  const switches = words?.includes('switch') || tasks === 2 || cpus === 2;
  if (interrupts === 'none' && kinds.length > 0) {
    mistakes.push(`--alphabet has "${kinds[0]}", but --interrupts is "none"`);
  }
  if (preempt === 'none' && words?.includes('switch'))
    mistakes.push('--alphabet has "switch", but --preempt is "none"');
  const callers = read('callers', readCallers) ?? DEFAULT_SCOPE.callers;
  const open = read('open', readOpen);
  if (open && callers === 'free') mistakes.push('--open needs --callers paired, balanced or legal:REVISION');
  const scope: SearchScope = {
    alphabet: plainEvents ?? DEFAULT_SCOPE.alphabet,
    callers,
    ...(open && { open }),
    tasks,
    cpus,
    interrupts: interrupts ?? (kinds.length > 0 ? 'calls' : 'none'),
    kinds: kinds.length > 0 ? kinds : DEFAULT_SCOPE.kinds,
    preempt: preempt ?? (switches ? 'calls' : 'none'),
  };
  const bounds = {
    maxLength: read('max-length', (value) => readPositive('--max-length', value)) ?? DEFAULT_BOUNDS.maxLength,
    maxStates: read('max-states', (value) => readPositive('--max-states', value)) ?? DEFAULT_BOUNDS.maxStates,
    maxBytes: MEGABYTE * (read('max-memory', (value) => readPositive('--max-memory', value)) ?? defaultMegabytes()),
  };
  return mistakes.length > 0 ? err(mistakes) : ok({ scope, bounds });
}

function readCallers(value: string): Result<Callers, string> {
  const legal = /^legal:(.*)$/.exec(value)?.[1];
  if (legal === undefined) return readKeyword('--callers', value, CALLERS);
  const callers = legalCallers(legal);
  return callers
    ? ok(callers)
    : err(`--callers cannot be "${value}": no revision "${legal}" ("lazymmu list revisions")`);
}

function readOpen(value: string): Result<OpenLimits, string> {
  const [, enables, pauses] = /^(\d{1,3}),(\d{1,3})$/.exec(value) ?? [];
  const open = { enables: Number(enables), pauses: Number(pauses) };
  if (open.enables <= 255 && open.pauses <= 255) return ok(open);
  return err(`--open cannot be "${value}" (expected two numbers up to 255, as in 255,1)`);
}

function readOneOrTwo(name: string, value: string): Result<1 | 2, string> {
  return value === '1' ? ok(1) : value === '2' ? ok(2) : err(`${name} cannot be "${value}" (expected 1 or 2)`);
}
