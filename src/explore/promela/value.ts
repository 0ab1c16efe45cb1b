import type { Value } from '../../engine/ir/compile.ts';
import { assertNever } from '../../lib/assert.ts';

/** How names are written: those of fields, and of values that a write kept. */
export interface ValueNames {
  field(name: string): string;
  kept(index: number): string;
}

/** A field's variable; kernel names such as `active` and `enabled` may be keywords of Promela. */
export const variableOf = (field: string): string => `${field}_of`;

/** The field of the running task. */
export const fieldOf = (field: string): string => `${variableOf(field)}[current]`;

/** Writes a value as a Promela expression, parenthesised if it has an operator. */
export function valueText(value: Value, names: ValueNames): string {
  switch (value.kind) {
    case 'field':
      return names.field(value.name);
    case 'constant':
      return String(value.value);
    case 'in-interrupt':
      return 'in_irq';
    case 'temp':
      return names.kept(value.index);
    case 'not':
      return `!(${valueText(value.of, names)})`;
    case 'binary':
      return `(${valueText(value.left, names)} ${value.op} ${valueText(value.right, names)})`;
    default:
      return assertNever(value);
  }
}
