import type { Value } from '../../engine/ir/compile.ts';
import { assertNever } from '../../lib/assert.ts';

/** How a value is written: of whom the fields are, and where a value that a write kept is found. */
export interface ValueNames {
  field(name: string): string;
  kept(index: number): string;
}

/** A field's variable: the words of a kernel (`active`, `enabled`) may be words of Promela. */
export const variableOf = (field: string): string => `${field}_of`;

/** The field of the task that runs. */
export const fieldOf = (field: string): string => `${variableOf(field)}[current]`;

/** A value as a Promela expression, whole in brackets where it has an operator. */
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
