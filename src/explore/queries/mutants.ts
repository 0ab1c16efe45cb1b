import { compile, type Helpers } from '../../engine/ir/compile.ts';
import { type BinaryOp, type Expr, not, type Statement, toC, when } from '../../engine/ir/statements.ts';
import type { Revision } from '../../engine/revisions/revision.ts';
import type { World } from '../../engine/setup/world.ts';

/** A revision with one statement altered, as by a typing error, which a search must detect. */
export interface Mutant {
  /** `disable: drop VM_WARN_ON(!active)`: the helper, and what was done to which statement. */
  readonly name: string;
  readonly helpers: Helpers;
}

/**
 * Lists all mutants of a revision: each statement dropped, swapped with the next, negated, or replaced by another of
 * its kind.
 */
export function mutantsOf({ helpers }: Revision): Mutant[] {
  return Object.entries(helpers).flatMap(([helper, statements]) =>
    changesOf(statements).map(({ change, to }) => ({
      name: `${helper}: ${change}`,
      helpers: { ...helpers, [helper]: to },
    })),
  );
}

/** Returns the world in which a mutant replaces its revision. */
export const mutantWorld = (world: World, { helpers }: Mutant): World => ({
  ...world,
  revision: { ...world.revision, helpers },
  codes: Object.fromEntries(Object.keys(helpers).map((helper) => [helper, compile(helpers, helper)])),
});

interface Change<T> {
  readonly change: string;
  readonly to: T;
}

function changesOf(statements: readonly Statement[]): Change<readonly Statement[]>[] {
  return statements.flatMap((statement, at) => {
    const put = (...instead: readonly Statement[]) => [
      ...statements.slice(0, at),
      ...instead,
      ...statements.slice(at + 1),
    ];
    const next = statements[at + 1];
    const swapped = [...statements.slice(0, at), ...(next ? [next] : []), statement, ...statements.slice(at + 2)];
    return [
      { change: `drop ${textOf(statement)}`, to: put() },
      ...(next ? [{ change: `${textOf(next)} before ${textOf(statement)}`, to: swapped }] : []),
      ...changesIn(statement).map(({ change, to }) => ({ change, to: put(to) })),
    ];
  });
}

function changesIn(statement: Statement): Change<Statement>[] {
  switch (statement.kind) {
    case 'check':
      return changesOfExpr(statement.condition).map(({ change, to }) => ({
        change: `${statement.macro}: ${change}`,
        to: { ...statement, condition: to },
      }));
    case 'if':
      return [
        ...changesOfExpr(statement.condition).map(({ change, to }) => ({
          change: `if: ${change}`,
          to: { ...statement, condition: to },
        })),
        ...changesOf(statement.then).map(({ change, to }) => ({
          change,
          to: when(statement.condition, to, statement.else),
        })),
        ...changesOf(statement.else).map(({ change, to }) => ({
          change,
          to: when(statement.condition, statement.then, to),
        })),
      ];
    case 'assign':
      return [{ change: `${statement.field} = !`, to: { ...statement, value: not(statement.value) } }];
    case 'bump': {
      const { bump } = statement;
      return [{ change: `turn ${toC(bump)}`, to: { ...statement, bump: flipBump(bump) } }];
    }
    case 'callback': {
      const others = (['enter', 'leave', 'flush'] as const).filter((name) => name !== statement.as);
      return others.map((name) => ({
        change: `${name} for ${statement.name}`,
        to: { kind: 'callback', name, as: name },
      }));
    }
    case 'call':
    case 'return':
      return [];
  }
}

/**
 * Changes an expression as a whole or in a part: negation, another operator, a constant off by one, the opposite
 * increment.
 */
function changesOfExpr(expr: Expr): Change<Expr>[] {
  const negated = { change: `!(${toC(expr)})`, to: not(expr) };
  if (expr.kind === 'bump') return [{ change: `turn ${toC(expr)}`, to: flipBump(expr) }];
  if (expr.kind === 'not') return [negated];
  if (expr.kind === 'constant') {
    const value = expr.value === 0 ? 1 : expr.value - 1;
    return [{ change: `${value} for ${toC(expr)}`, to: { kind: 'constant', value } }];
  }
  if (expr.kind !== 'binary') return [negated];
  const { op, left, right } = expr;
  const inLeft = changesOfExpr(left).map(({ change, to }) => ({ change, to: { ...expr, left: to } }));
  const inRight = changesOfExpr(right).map(({ change, to }) => ({ change, to: { ...expr, right: to } }));
  const swapped = { change: `${OTHER[op]} in ${toC(expr)}`, to: { ...expr, op: OTHER[op] } };
  const logic = op === '&&' || op === '||';
  // A bare counter is not a condition.
  const inside = [...inLeft, ...inRight].filter(({ change }) => logic || !change.startsWith('!('));
  return [negated, ...(op === '==' || op === '!=' ? [] : [swapped]), ...inside];
}

const OTHER: Readonly<Record<BinaryOp, BinaryOp>> = {
  ...{ '==': '!=', '!=': '==', '<': '<=', '<=': '<', '>': '>=', '>=': '>' },
  ...{ '&&': '||', '||': '&&' },
};

const flipBump = <T extends Expr & { kind: 'bump' }>(bump: T): T => ({ ...bump, by: bump.by === 1 ? -1 : 1 });

function textOf(statement: Statement): string {
  switch (statement.kind) {
    case 'check':
      return `${statement.macro}(${toC(statement.condition)})`;
    case 'if':
      return `if (${toC(statement.condition)})`;
    case 'assign':
      return `${statement.field} = ${toC(statement.value)}`;
    case 'bump':
      return toC(statement.bump);
    case 'callback':
      return `arch ${statement.name}`;
    case 'call':
      return `call of ${statement.helper}`;
    case 'return':
      return 'return';
  }
}
