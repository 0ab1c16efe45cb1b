import type { Code, Instruction } from '../../engine/ir/compile.ts';
import { type FieldType, toC } from '../../engine/ir/statements.ts';
import type { World } from '../../engine/setup/world.ts';
import { assert, assertNever } from '../../lib/assert.ts';
import type { ArchitectureText } from './architecture.ts';
import { fieldOf, type ValueNames, valueText } from './value.ts';

/** What a model tracks about the statements of a helper. */
export interface Instrumentation {
  /** Whether an assertion claims that this check never fires. */
  check(helper: string, number: number): boolean;
  /** Which callbacks are claimed to alternate; null if none, so that a task's entry is not tracked. */
  readonly callbacks: ((name: string) => boolean) | null;
  /** A statement, without a semicolon, that claims a condition. */
  claimText(condition: string): string;
  /** The effect of callbacks; null if they have none. */
  readonly architecture: ArchitectureText | null;
  /** Whether the model tracks that a call took effect. */
  readonly effective: boolean;
}

/** Names of a call's own values. */
interface Own extends ValueNames {
  readonly effective: string;
}

/** A numbered statement, which has a location after it. */
type Numbered = Exclude<Instruction, { op: 'goto' | 'return' }>;

const keptWhole = (index: number) => `kept_${index}`;
const keptMidway = (index: number) => `kept_${index}_of[current]`;

/** Maximum number of lines of a helper, because nested branches double the text. */
const MAX_LINES = 2000;

/** Writes an uninterrupted call as the body of an inline, with both arms of every branch written out. */
export function atomicCallText(world: World, code: Code, watched: Instrumentation): string[] {
  const names: Own = { field: fieldOf, kept: keptWhole, effective: 'effective' };
  let written = 0;
  const from = (pc: number, indent: string): string[] => {
    const one = at(code, pc);
    if (one.op === 'return') return [];
    if (one.op === 'goto') return from(one.to, indent);
    written += 1;
    assert(written < MAX_LINES, `${code.helper} has too many ways through it`);
    const comment = `${indent}/* ${one.number}: ${commentOf(one)} */`;
    const { lines, ends } = statementText(world, code, one, names, watched);
    if (one.op === 'branch') {
      const test = valueText(one.test, names);
      return [comment, ...either(indent, test, from(pc + 1, `${indent}   `), from(one.otherwise, `${indent}   `))];
    }
    const done = [comment, ...lines.map((line) => indent + line)];
    if (ends === null) return [...done, ...from(pc + 1, indent)];
    return [...done, ...either(indent, ends.test, [`${indent}   ${ends.over}`], from(pc + 1, `${indent}   `))];
  };
  return from(0, '  ');
}

/**
 * Writes an interruptible call as the body of a loop, with one option per location. With `all`, the loop is left after
 * each statement; otherwise only before one that does more than read.
 */
export function steppedCallText(world: World, code: Code, watched: Instrumentation, all: boolean): string[] {
  const names: Own = { field: fieldOf, kept: keptMidway, effective: 'effective_of[current]' };
  const options: string[] = [];
  const seen = new Set<string>();
  const option = (place: string, pc: number) => {
    if (seen.has(place)) return;
    seen.add(place);
    const one = landing(code, pc);
    if (one.op === 'return') {
      options.push(`  :: at[current] == ${place} -> returned_${code.helper}(); break`);
      return;
    }
    const here = code.instructions.indexOf(one);
    const behind = (arm: string, next: number): string => {
      const to = locationAfter(code, one.number, arm);
      option(to, next);
      const stays = !all && isRead(landing(code, next));
      return `at[current] = ${to}${stays ? '' : '; break'}`;
    };
    const comment = `  :: at[current] == ${place} -> /* ${one.number}: ${commentOf(one)} */`;
    const { lines, ends } = statementText(world, code, one, names, watched);
    const body = lines.map((line) => `     ${line}`);
    // Options of later locations come after this one.
    const index = options.length;
    let own: string[];
    if (one.op === 'branch') {
      const test = valueText(one.test, names);
      const [yes, no] = [behind('_then', here + 1), behind('_else', one.otherwise)];
      own = [comment, ...body, ...either('     ', test, [`        ${yes}`], [`        ${no}`])];
    } else {
      const next = behind('', here + 1);
      own = ends
        ? [
            comment,
            ...body,
            ...either('     ', ends.test, [`        ${ends.over}; forget(); break`], [`        ${next}`]),
          ]
        : [comment, ...body, `     ${next}`];
    }
    options.splice(index, 0, ...own);
  };
  option(startLocation(code), 0);
  return options;
}

/** All locations of a call, in the order of the listing. */
export function locationsOf(code: Code): string[] {
  const behind = code.instructions.flatMap((one) => {
    if (one.op === 'goto' || one.op === 'return') return [];
    const arms = one.op === 'branch' ? ['_then', '_else'] : [''];
    return arms.map((arm) => locationAfter(code, one.number, arm));
  });
  return [startLocation(code), ...behind];
}

export const startLocation = (code: Code): string => `begins_${code.helper}`;
const locationAfter = (code: Code, statement: number, arm: string): string => `${code.helper}_${statement}${arm}`;

/** Number of values that a call keeps at once. */
export const keptValueCount = (code: Code): number =>
  code.instructions.reduce(
    (most, one) => (one.op === 'write' && one.keep ? Math.max(most, one.keep.index + 1) : most),
    0,
  );

/**
 * The condition under which a call fires none of its checks, as an expression on the state before it; null if a check
 * follows a write and there is no such expression.
 */
export function noCheckFires(code: Code): string | null {
  const names: ValueNames = { field: fieldOf, kept: keptWhole };
  const from = (pc: number): string | null => {
    const one = landing(code, pc);
    switch (one.op) {
      case 'return':
        return 'true';
      case 'check': {
        const rest = from(pc + 1);
        return rest && both(`!(${valueText(one.test, names)})`, rest);
      }
      case 'branch': {
        const [yes, no] = [from(code.instructions.indexOf(one) + 1), from(one.otherwise)];
        if (yes === null || no === null) return null;
        if (yes === no) return yes;
        return `(${valueText(one.test, names)} -> ${yes} : ${no})`;
      }
      case 'write':
      case 'callback':
        return code.instructions.slice(pc).some(({ op }) => op === 'check') ? null : 'true';
      default:
        return assertNever(one);
    }
  };
  return from(0);
}

const both = (a: string, b: string): string => (b === 'true' ? a : `(${a} && ${b})`);

const isRead = ({ op }: Instruction): boolean => op === 'check' || op === 'branch';

function at({ helper, instructions }: Code, pc: number): Instruction {
  const one = instructions[pc];
  assert(one, `${helper} has no end`);
  return one;
}

/** The next instruction that executes from an index; jumps take no step. */
function landing(code: Code, pc: number): Numbered | (Instruction & { op: 'return' }) {
  const one = at(code, pc);
  return one.op === 'goto' ? landing(code, one.to) : one;
}

/** The effect of a statement and, for a check that can end the run, its condition and what it leaves behind. */
function statementText(
  world: World,
  code: Code,
  one: Numbered,
  names: Own,
  watched: Instrumentation,
): { readonly lines: string[]; readonly ends: { readonly test: string; readonly over: string } | null } {
  switch (one.op) {
    case 'branch':
      return { lines: [], ends: null };
    case 'check': {
      const { checks, panicOnWarn } = world.setup;
      if (checks === 'off') return { lines: [], ends: null };
      const test = valueText(one.test, names);
      const lines = watched.check(code.helper, one.number) ? [`${watched.claimText(`!(${test})`)};`] : [];
      const bug = one.macro === 'VM_BUG_ON';
      if (!bug && checks !== 'stop' && !panicOnWarn) return { lines, ends: null };
      return { lines, ends: { test, over: `over = ${bug ? 1 : 2}` } };
    }
    case 'write':
      return { lines: [...write(world, one, names), ...trackEffect(names, watched, 'true')], ends: null };
    case 'callback':
      return callback(one, names, watched);
    default:
      return assertNever(one);
  }
}

function write({ revision }: World, one: Instruction & { op: 'write' }, names: ValueNames): string[] {
  const type = revision.fields.find(({ name }) => name === one.field)?.type ?? 'u8';
  const variable = names.field(one.field);
  const value =
    one.value.kind === 'bump' ? bumpText(type, variable, one.value.by) : castText(type, valueText(one.value, names));
  const set = `${variable} = ${value};`;
  if (one.keep === null) return [set];
  const kept = names.kept(one.keep.index);
  const keep = `${kept} = alike(${variable});`;
  return one.keep.value === 'old' ? [keep, set] : [set, keep];
}

function bumpText(type: FieldType, variable: string, by: 1 | -1): string {
  switch (type) {
    case 'u8':
      return by > 0 ? `(${variable} + 1) % 256` : `(${variable} + 255) % 256`;
    case 'u8-saturating':
      return by > 0 ? `(${variable} < 255 -> ${variable} + 1 : 255)` : `(${variable} > 0 -> ${variable} - 1 : 0)`;
    case 'bool':
      // Decrementing false yields true.
      return by > 0 ? '1' : `!${variable}`;
    default:
      return assertNever(type);
  }
}

const castText = (type: FieldType, value: string): string => (type === 'bool' ? `(${value} != 0)` : value);

/** The architecture comes first: whether it returned at once, or hit a BUG, determines what the callback counts for. */
function callback({ name, as }: Instruction & { op: 'callback' }, names: Own, watched: Instrumentation) {
  const { architecture, callbacks } = watched;
  const { ignored = null, bug = null } = architecture ?? {};
  const lines = [
    ...(architecture ? [`${architecture.callback(name)};`] : []),
    ...(callbacks ? alternate(as, watched) : []),
    ...trackEffect(names, watched, ignored === null ? 'true' : `(${names.effective} || !${ignored})`),
    ...(ignored === null ? [] : [`${ignored} = false;`]),
  ];
  return { lines, ends: bug === null ? null : { test: bug, over: 'skip' } };
}

const trackEffect = ({ effective }: Own, watched: Instrumentation, value: string): string[] =>
  watched.effective ? [`${effective} = ${value};`] : [];

function alternate(as: string, { callbacks, claimText: claim, architecture }: Instrumentation): string[] {
  const { ignored = null, bug = null } = architecture ?? {};
  const entered = 'entered[current]';
  const turn = claim(`${ignored === null ? '' : `${ignored} || `}${as === 'enter' ? '!' : ''}${entered}`);
  const nothing = [ignored, bug].filter((one) => one !== null).join(' || ');
  const now = String(as === 'enter');
  const set = `${entered} = ${nothing === '' ? now : `(${nothing} -> ${entered} : ${now})`};`;
  return [...(callbacks?.(as) ? [`${turn};`] : []), ...(as === 'flush' ? [] : [set])];
}

const either = (indent: string, test: string, yes: string[], no: string[]): string[] => [
  `${indent}if`,
  `${indent}:: ${test} ->`,
  ...(isIdle(yes) ? [...yes, `${indent}   skip`] : yes),
  `${indent}:: else ->`,
  ...(isIdle(no) ? [...no, `${indent}   skip`] : no),
  `${indent}fi;`,
];

/** Whether all lines are comments. */
const isIdle = (lines: readonly string[]): boolean => lines.every((line) => line.trim().startsWith('/*'));

function commentOf(one: Numbered): string {
  switch (one.op) {
    case 'branch':
      return `if (${toC(one.source)})`;
    case 'check':
      return `${one.macro}(${toC(one.source)})`;
    case 'callback':
      return `arch ${one.name}`;
    case 'write':
      return `write ${one.field}`;
    default:
      return assertNever(one);
  }
}
