import type { Helper } from '../../engine/model.ts';
import { countedSides, MAX_OPEN, type OpenLimits, type SearchScope } from '../kernel-space/scope.ts';

/** A caller model as parts of a model. Statements have no trailing semicolon. */
export interface CallersText {
  /** What each caller has open. */
  readonly variables: readonly string[];
  /** Conditions for a call to begin. */
  guards(helper: Helper): readonly string[];
  /** Bookkeeping of a completed call. */
  done(helper: Helper): string;
  /** Conditions for an interrupt to end, and what is reset then. */
  readonly mayEnd: readonly string[];
  readonly ended: readonly string[];
}

/** Maximum nesting: one binary digit per open call after a leading 1 fits into an int. */
export const MAX_NESTING = 30;

/** Whether the open calls of properly nested callers fit into an int, because they or the programs are limited. */
export const hasBoundedNesting = ({ open }: SearchScope, maxLength: number): boolean =>
  (open ? open.enables + open.pauses : maxLength) <= MAX_NESTING;

const COUNTED: Readonly<Record<Helper, { readonly side: keyof OpenLimits; readonly opens: boolean }>> = {
  enable: { side: 'enables', opens: true },
  disable: { side: 'enables', opens: false },
  pause: { side: 'pauses', opens: true },
  resume: { side: 'pauses', opens: false },
};
const variableOf = (side: keyof OpenLimits): string => `open_${side}[caller]`;
const LETTER: Readonly<Record<Helper, 0 | 1>> = { enable: 0, disable: 0, pause: 1, resume: 1 };

/** Tracks what callers have open, for the caller models that need it. */
export function callersText(scope: SearchScope): CallersText {
  const { callers, open, tasks, interrupts } = scope;
  const nests = callers === 'balanced';
  const counted = nests ? { enables: true, pauses: true } : countedSides(scope);
  if (!counted.enables && !counted.pauses) {
    return { variables: [], guards: () => [], done: () => 'skip', mayEnd: [], ended: [] };
  }
  const irq = interrupts !== 'none';
  const contexts = tasks + (irq ? 1 : 0);
  const maxOpen = open ?? MAX_OPEN;
  return {
    variables: [
      '',
      '/* What each caller has open; the last caller is the interrupt. */',
      ...(irq ? [`#define IRQ ${tasks}`] : []),
      irq ? '#define caller (in_irq -> IRQ : current)' : '#define caller current',
      `byte open_enables[${contexts}];`,
      `byte open_pauses[${contexts}];`,
      ...(nests
        ? [
            '/* The order of what is open, as binary digits after a leading 1, innermost last: 0 is an enable, 1 a pause. */',
            `int opened[${contexts}] = 1;`,
          ]
        : []),
    ],
    guards(helper) {
      const { side, opens } = COUNTED[helper];
      if (opens) return (nests && !open) || !counted[side] ? [] : [`${variableOf(side)} < ${maxOpen[side]}`];
      const innermost = `opened[caller] % 2 == ${LETTER[helper]}`;
      // Legal calls may close what is not open.
      return typeof callers === 'object' ? [] : [`${variableOf(side)} > 0`, ...(nests ? [innermost] : [])];
    },
    done(helper) {
      const { side, opens } = COUNTED[helper];
      if (!counted[side]) return 'skip';
      const variable = variableOf(side);
      const less = typeof callers === 'object' ? `(${variable} > 0 -> ${variable} - 1 : 0)` : `${variable} - 1`;
      const count = `${variable} = ${opens ? `${variable} + 1` : less}`;
      const word = opens ? `opened[caller] * 2 + ${LETTER[helper]}` : 'opened[caller] / 2';
      return nests ? `${count}; opened[caller] = ${word}` : count;
    },
    mayEnd: nests ? ['opened[IRQ] == 1'] : [],
    ended: nests ? [] : ['open_enables[IRQ] = 0', 'open_pauses[IRQ] = 0'],
  };
}
