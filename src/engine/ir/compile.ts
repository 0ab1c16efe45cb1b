import { assert, assertNever } from '../../lib/assert.ts';
import type { CheckMacro } from '../model.ts';
import { type BinaryOp, type CallbackName, callbackCName, type Expr, type Statement, toC } from './statements.ts';

/**
 * Compiles a helper to a flat list of instructions, so that a call can be suspended between any two of them. Every check, write,
 * callback and condition has a number in listing order, in both arms; declarations and `return` have none.
 */

/** An expression without side effects; `temp` is a value that an earlier write saved. */
export type Value =
  | { readonly kind: 'field'; readonly name: string }
  | { readonly kind: 'constant'; readonly value: number }
  | { readonly kind: 'in-interrupt' }
  | { readonly kind: 'not'; readonly of: Value }
  | { readonly kind: 'binary'; readonly op: BinaryOp; readonly left: Value; readonly right: Value }
  | { readonly kind: 'temp'; readonly index: number };

export type Instruction =
  | {
      readonly op: 'check';
      readonly number: number;
      readonly macro: CheckMacro;
      readonly test: Value;
      readonly source: Expr;
      readonly reason: string;
    }
  | {
      readonly op: 'write';
      readonly number: number;
      readonly field: string;
      readonly value: Value | { readonly kind: 'bump'; readonly by: 1 | -1 };
      /** Saves the value before or after the write for the condition that follows. */
      readonly keep: { readonly index: number; readonly value: 'old' | 'new' } | null;
    }
  | {
      readonly op: 'branch';
      readonly number: number;
      readonly test: Value;
      readonly otherwise: number;
      readonly source: Expr;
    }
  | { readonly op: 'callback'; readonly number: number; readonly name: string; readonly as: CallbackName }
  | { readonly op: 'goto'; readonly to: number }
  | { readonly op: 'return' };

/** One line of a helper's listing, with the statements that stand on it. */
export interface ListingLine {
  readonly text: string;
  readonly indent: number;
  readonly statements: readonly number[];
}

export interface Code {
  readonly helper: string;
  readonly instructions: readonly Instruction[];
  readonly listing: readonly ListingLine[];
  /** How many numbered statements it has. */
  readonly statements: number;
}

/** The helpers of a revision by name. A `call` statement may name another helper, which is inlined. */
export type Helpers = Readonly<Record<string, readonly Statement[]>>;

/** Returns a helper's name in the kernel: `enable` is `lazy_mmu_mode_enable`, `__task_pause` is `__task_lazy_mmu_mode_pause`. */
export const cName = (helper: string): string =>
  helper.startsWith('__task_') ? `__task_lazy_mmu_mode_${helper.slice(7)}` : `lazy_mmu_mode_${helper}`;

/** Deeper calls between helpers are taken for a loop. */
const MAX_CALL_DEPTH = 8;

export function compile(helpers: Helpers, helper: string): Code {
  const instructions: Instruction[] = [];
  const listing: ListingLine[] = [];
  let numbers = 0;
  let temps = 0;
  const emit = (instruction: Instruction) => instructions.push(instruction) - 1;
  const line = (indent: number, from: number, text: string) => {
    const statements = Array.from({ length: numbers - from }, (_, i) => from + 1 + i);
    listing.push({ text, indent, statements });
  };
  const patch = (at: number, target: number) => {
    const instruction = instructions[at];
    assert(instruction?.op === 'branch' || instruction?.op === 'goto', 'only jumps are patched');
    instructions[at] =
      instruction.op === 'branch' ? { ...instruction, otherwise: target } : { ...instruction, to: target };
  };

  const write = (expr: Expr & { kind: 'bump' }, keep: boolean): Value => {
    const kept = keep ? { index: temps++, value: expr.value } : null;
    emit({ op: 'write', number: ++numbers, field: expr.field, value: { kind: 'bump', by: expr.by }, keep: kept });
    return { kind: 'temp', index: kept?.index ?? 0 };
  };
  /** Lowers an expression; a write inside it happens where C evaluates it. */
  const lower = (expr: Expr): Value => {
    switch (expr.kind) {
      case 'bump':
        return write(expr, true);
      case 'not':
        return { kind: 'not', of: lower(expr.of) };
      case 'binary':
        assert(
          !((expr.op === '&&' || expr.op === '||') && writes(expr.right)),
          `a write on the right of ${expr.op} is not in the subset here`,
        );
        return { kind: 'binary', op: expr.op, left: lower(expr.left), right: lower(expr.right) };
      case 'constant':
        return { kind: 'constant', value: expr.value };
      default:
        return expr;
    }
  };
  /** Emits the branches of a condition and returns those to patch with the target of the false arm. */
  const branches = (expr: Expr): number[] => {
    // A write on the right of && happens only if the left is true, so it needs a branch of its own.
    if (expr.kind === 'binary' && expr.op === '&&' && writes(expr.right)) {
      return [...branches(expr.left), ...branches(expr.right)];
    }
    const test = lower(expr);
    return [emit({ op: 'branch', number: ++numbers, test, otherwise: -1, source: expr })];
  };

  const visit = (statements: readonly Statement[], indent: number, calls: number) => {
    for (const statement of statements) {
      const from = numbers;
      switch (statement.kind) {
        case 'check': {
          const { macro, condition, reason } = statement;
          const test = lower(condition);
          emit({ op: 'check', number: ++numbers, macro, test, source: condition, reason });
          line(indent, from, `${macro}(${toC(condition)});`);
          break;
        }
        case 'assign': {
          const value = lower(statement.value);
          emit({ op: 'write', number: ++numbers, field: statement.field, value, keep: null });
          line(indent, from, `${statement.field} = ${toC(statement.value)};`);
          break;
        }
        case 'bump':
          write(statement.bump, false);
          line(indent, from, `${toC(statement.bump)};`);
          break;
        case 'callback':
          emit({ op: 'callback', number: ++numbers, name: statement.name, as: statement.as });
          line(indent, from, `${callbackCName(statement.name)}();`);
          break;
        case 'call':
          assert(calls < MAX_CALL_DEPTH, `${helper}: calls of ${statement.helper} do not end`);
          assert(helpers[statement.helper], `${helper} calls ${statement.helper}, which is not there`);
          line(indent, from, `${cName(statement.helper)}(current);`);
          inline(statement.helper, indent + 1, calls + 1);
          break;
        case 'return':
          emit({ op: 'return' });
          line(indent, from, 'return;');
          break;
        case 'if': {
          const misses = branches(statement.condition);
          const braces = statement.else.length > 0 || statement.then.length > 1;
          line(indent, from, `if (${toC(statement.condition)})${braces ? ' {' : ''}`);
          visit(statement.then, indent + 1, calls);
          if (statement.else.length === 0) {
            for (const at of misses) patch(at, instructions.length);
          } else {
            const done = emit({ op: 'goto', to: -1 });
            for (const at of misses) patch(at, instructions.length);
            line(indent, numbers, '} else {');
            visit(statement.else, indent + 1, calls);
            patch(done, instructions.length);
          }
          if (braces) line(indent, numbers, '}');
          break;
        }
        default:
          assertNever(statement);
      }
    }
  };
  /** Inlines a called helper; its `return` continues after the call. */
  const inline = (name: string, indent: number, calls: number) => {
    const start = instructions.length;
    visit(helpers[name] ?? [], indent, calls);
    const end = instructions.length;
    for (let at = start; at < end; at++) {
      if (instructions[at]?.op === 'return') instructions[at] = { op: 'goto', to: end };
    }
  };

  visit(helpers[helper] ?? [], 0, 0);
  emit({ op: 'return' });
  return { helper, instructions, listing, statements: numbers };
}

function writes(expr: Expr): boolean {
  switch (expr.kind) {
    case 'bump':
      return true;
    case 'not':
      return writes(expr.of);
    case 'binary':
      return writes(expr.left) || writes(expr.right);
    default:
      return false;
  }
}

/** Evaluates a value; true is 1 and false is 0, as in C. */
export function evaluate(
  value: Value,
  fields: Readonly<Record<string, number>>,
  interrupt: boolean,
  temps: readonly number[] = [],
): number {
  switch (value.kind) {
    case 'field':
      return fields[value.name] ?? 0;
    case 'constant':
      return value.value;
    case 'in-interrupt':
      return interrupt ? 1 : 0;
    case 'temp':
      return temps[value.index] ?? 0;
    case 'not':
      return evaluate(value.of, fields, interrupt, temps) === 0 ? 1 : 0;
    case 'binary': {
      const left = evaluate(value.left, fields, interrupt, temps);
      if (value.op === '&&') return left !== 0 && evaluate(value.right, fields, interrupt, temps) !== 0 ? 1 : 0;
      if (value.op === '||') return left !== 0 || evaluate(value.right, fields, interrupt, temps) !== 0 ? 1 : 0;
      const right = evaluate(value.right, fields, interrupt, temps);
      switch (value.op) {
        case '==':
          return left === right ? 1 : 0;
        case '!=':
          return left !== right ? 1 : 0;
        case '<':
          return left < right ? 1 : 0;
        case '<=':
          return left <= right ? 1 : 0;
        case '>':
          return left > right ? 1 : 0;
        case '>=':
          return left >= right ? 1 : 0;
        default:
          return assertNever(value.op);
      }
    }
  }
}
