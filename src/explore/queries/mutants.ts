import { compile, type Helpers } from '../../engine/ir/compile.ts';
import { type BinaryOp, type Expr, not, type Statement, toC, when } from '../../engine/ir/statements.ts';
import type { Revision } from '../../engine/revisions/revision.ts';
import type { World } from '../../engine/setup/world.ts';

/** A revision of which one statement is altered, as a slip of the pen would: what a search must be able to tell apart. */
export interface Mutant {
  /** `disable: drop VM_WARN_ON(!active)`: the helper, and what was done to which statement. */
  readonly name: string;
  readonly helpers: Helpers;
}

/** All mutants of a revision: each statement dropped, put behind the next, turned round, or taken for another of its kind. */
export function mutantsOf({ helpers }: Revision): Mutant[] {
  return Object.entries(helpers).flatMap(([helper, statements]) =>
    changesOf(statements).map(({ says, to }) => ({
      name: `${helper}: ${says}`,
      helpers: { ...helpers, [helper]: to },
    })),
  );
}

/** The world in which a mutant stands in the place of its revision. */
export const mutantWorld = (world: World, { helpers }: Mutant): World => ({
  ...world,
  revision: { ...world.revision, helpers },
  codes: Object.fromEntries(Object.keys(helpers).map((helper) => [helper, compile(helpers, helper)])),
});

interface Change<T> {
  readonly says: string;
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
      { says: `drop ${textOf(statement)}`, to: put() },
      ...(next ? [{ says: `${textOf(next)} before ${textOf(statement)}`, to: swapped }] : []),
      ...changesIn(statement).map(({ says, to }) => ({ says, to: put(to) })),
    ];
  });
}

function changesIn(statement: Statement): Change<Statement>[] {
  switch (statement.kind) {
    case 'check':
      return changesOfExpr(statement.condition).map(({ says, to }) => ({
        says: `${statement.macro}: ${says}`,
        to: { ...statement, condition: to },
      }));
    case 'if':
      return [
        ...changesOfExpr(statement.condition).map(({ says, to }) => ({
          says: `if: ${says}`,
          to: { ...statement, condition: to },
        })),
        ...changesOf(statement.then).map(({ says, to }) => ({
          says,
          to: when(statement.condition, to, statement.else),
        })),
        ...changesOf(statement.else).map(({ says, to }) => ({
          says,
          to: when(statement.condition, statement.then, to),
        })),
      ];
    case 'assign':
      return [{ says: `${statement.field} = !`, to: { ...statement, value: not(statement.value) } }];
    case 'bump': {
      const { bump } = statement;
      return [{ says: `turn ${toC(bump)}`, to: { ...statement, bump: reversed(bump) } }];
    }
    case 'callback': {
      const others = (['enter', 'leave', 'flush'] as const).filter((name) => name !== statement.as);
      return others.map((name) => ({
        says: `${name} for ${statement.name}`,
        to: { kind: 'callback', name, as: name },
      }));
    }
    case 'call':
    case 'return':
      return [];
  }
}

/** Whole or in a part: negated, the other operator, a constant one off, and for the other way. */
function changesOfExpr(expr: Expr): Change<Expr>[] {
  const negated = { says: `!(${toC(expr)})`, to: not(expr) };
  if (expr.kind === 'bump') return [{ says: `turn ${toC(expr)}`, to: reversed(expr) }];
  if (expr.kind === 'not') return [negated];
  if (expr.kind === 'constant') {
    const value = expr.value === 0 ? 1 : expr.value - 1;
    return [{ says: `${value} for ${toC(expr)}`, to: { kind: 'constant', value } }];
  }
  if (expr.kind !== 'binary') return [negated];
  const { op, left, right } = expr;
  const inLeft = changesOfExpr(left).map(({ says, to }) => ({ says, to: { ...expr, left: to } }));
  const inRight = changesOfExpr(right).map(({ says, to }) => ({ says, to: { ...expr, right: to } }));
  const swapped = { says: `${OTHER[op]} in ${toC(expr)}`, to: { ...expr, op: OTHER[op] } };
  const logic = op === '&&' || op === '||';
  // A counter by itself is not a condition.
  const inside = [...inLeft, ...inRight].filter(({ says }) => logic || !says.startsWith('!('));
  return [negated, ...(op === '==' || op === '!=' ? [] : [swapped]), ...inside];
}

const OTHER: Readonly<Record<BinaryOp, BinaryOp>> = {
  ...{ '==': '!=', '!=': '==', '<': '<=', '<=': '<', '>': '>=', '>=': '>' },
  ...{ '&&': '||', '||': '&&' },
};

const reversed = <T extends Expr & { kind: 'bump' }>(bump: T): T => ({ ...bump, by: bump.by === 1 ? -1 : 1 });

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
