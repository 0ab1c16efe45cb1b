import type { CheckMacro } from '../model.ts';

/**
 * The intermediate language in which helpers are written. Revisions are written in it; the run, the listing, the explorer and the
 * writers of other languages read it.
 */

/** C types of a state field. `u8-saturating` exists in no kernel: it is the alternative discussed in the review of v3. */
export type FieldType = 'u8' | 'u8-saturating' | 'bool';

export type BinaryOp = '==' | '!=' | '<' | '<=' | '>' | '>=' | '&&' | '||';

export type Expr =
  | { readonly kind: 'field'; readonly name: string }
  | { readonly kind: 'constant'; readonly value: number; readonly name?: string }
  | { readonly kind: 'in-interrupt' }
  | { readonly kind: 'not'; readonly of: Expr }
  | { readonly kind: 'binary'; readonly op: BinaryOp; readonly left: Expr; readonly right: Expr }
  /** `field++`, `++field`, `field--`, `--field`: a write, and the value before or after it. */
  | { readonly kind: 'bump'; readonly field: string; readonly by: 1 | -1; readonly value: 'old' | 'new' };

export type Statement =
  /** `reason` is the demand on callers that a true condition breaks, as a sentence. */
  | { readonly kind: 'check'; readonly macro: CheckMacro; readonly condition: Expr; readonly reason: string }
  | {
      readonly kind: 'if';
      readonly condition: Expr;
      readonly then: readonly Statement[];
      readonly else: readonly Statement[];
    }
  | { readonly kind: 'assign'; readonly field: string; readonly value: Expr }
  /** An increment or decrement that stands alone. */
  | { readonly kind: 'bump'; readonly bump: Expr & { readonly kind: 'bump' } }
  /** `arch_<name>_lazy_mmu_mode()`; where an architecture has no such hook, what `as` names runs instead. */
  | { readonly kind: 'callback'; readonly name: string; readonly as: CallbackName }
  | { readonly kind: 'call'; readonly helper: string }
  | { readonly kind: 'return' };

/** The callbacks that every architecture has. */
export type CallbackName = 'enter' | 'leave' | 'flush';

/** A callback's name in the kernel: `enter_with_ptes` is `arch_enter_lazy_mmu_mode_with_ptes`. */
export function callbackCName(callback: string): string {
  const [verb, ...rest] = callback.split('_');
  return ['arch', verb, 'lazy_mmu_mode', ...rest].join('_');
}

// --- writing statements ----------------------------------------------------------------------------------------

export const field = (name: string): Expr => ({ kind: 'field', name });
export const constant = (value: number, name?: string): Expr =>
  name === undefined ? { kind: 'constant', value } : { kind: 'constant', value, name };
export const U8_MAX = constant(255, 'U8_MAX');
export const IN_INTERRUPT: Expr = { kind: 'in-interrupt' };
export const not = (of: Expr): Expr => ({ kind: 'not', of });
export const is = (left: Expr, op: BinaryOp, right: Expr | number): Expr => ({
  kind: 'binary',
  op,
  left,
  right: typeof right === 'number' ? constant(right) : right,
});
export const and = (left: Expr, right: Expr): Expr => is(left, '&&', right);
export const or = (left: Expr, right: Expr): Expr => is(left, '||', right);
export const postIncrement = (name: string) => ({ kind: 'bump', field: name, by: 1, value: 'old' }) as const;
export const preIncrement = (name: string) => ({ kind: 'bump', field: name, by: 1, value: 'new' }) as const;
export const preDecrement = (name: string) => ({ kind: 'bump', field: name, by: -1, value: 'new' }) as const;

export const vmCheck = (macro: CheckMacro, condition: Expr, reason: string): Statement => ({
  kind: 'check',
  macro,
  condition,
  reason,
});
export const when = (condition: Expr, then: readonly Statement[], otherwise: readonly Statement[] = []): Statement => ({
  kind: 'if',
  condition,
  then,
  else: otherwise,
});
export const assign = (name: string, value: Expr | boolean): Statement => ({
  kind: 'assign',
  field: name,
  value: typeof value === 'boolean' ? constant(value ? 1 : 0, String(value)) : value,
});
export const bump = (what: Expr & { readonly kind: 'bump' }): Statement => ({ kind: 'bump', bump: what });
export const callback = (name: CallbackName): Statement => ({ kind: 'callback', name, as: name });
/** Creates a call of a callback that only some architectures have; the others run `as`. */
export const ownCallback = (name: string, as: CallbackName): Statement => ({ kind: 'callback', name, as });
export const call = (helper: string): Statement => ({ kind: 'call', helper });
export const RETURN: Statement = { kind: 'return' };
/** `if (condition) return;` */
export const returnIf = (condition: Expr): Statement => when(condition, [RETURN]);

// --- reading them ----------------------------------------------------------------------------------------------

const BINDING: Record<BinaryOp, number> = { '||': 1, '&&': 2, '==': 3, '!=': 3, '<': 4, '<=': 4, '>': 4, '>=': 4 };

/** Formats an expression in C with the necessary parentheses only. Fields have no `state->`. */
export function toC(expr: Expr, outer = 0): string {
  switch (expr.kind) {
    case 'field':
      return expr.name;
    case 'constant':
      return expr.name ?? String(expr.value);
    case 'in-interrupt':
      return 'in_interrupt()';
    case 'not':
      return `!${toC(expr.of, 5)}`;
    case 'bump': {
      const sign = expr.by > 0 ? '++' : '--';
      return expr.value === 'old' ? `${expr.field}${sign}` : `${sign}${expr.field}`;
    }
    case 'binary': {
      const own = BINDING[expr.op];
      const text = `${toC(expr.left, own)} ${expr.op} ${toC(expr.right, own + 1)}`;
      return own < outer ? `(${text})` : text;
    }
  }
}

/** Returns the fields that an expression reads, in order of first mention. */
export function fieldsIn(expr: Expr): string[] {
  switch (expr.kind) {
    case 'field':
      return [expr.name];
    case 'bump':
      return [expr.field];
    case 'not':
      return fieldsIn(expr.of);
    case 'binary':
      return [...new Set([...fieldsIn(expr.left), ...fieldsIn(expr.right)])];
    default:
      return [];
  }
}

/** Converts a value to the type of the field it is stored in: u8 wraps, bool is 0 or 1. */
export function fitToType(type: FieldType, value: number): number {
  switch (type) {
    case 'u8':
      return value & 0xff;
    case 'u8-saturating':
      return Math.min(255, Math.max(0, value));
    case 'bool':
      return value === 0 ? 0 : 1;
  }
}
