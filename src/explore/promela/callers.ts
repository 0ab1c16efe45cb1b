import type { Helper } from '../../engine/model.ts';
import { countedSides, MAX_OPEN, type OpenLimits, type SearchScope } from '../kernel-space/scope.ts';

/** What callers may do, as parts of a model. Statements are without a semicolon behind them. */
export interface CallersText {
  /** What each caller has open. */
  readonly variables: readonly string[];
  /** What must hold for a call to begin. */
  guards(helper: Helper): readonly string[];
  /** What is kept of a call that is done. */
  done(helper: Helper): string;
  /** What must hold for an interrupt to end, and what is forgotten then. */
  readonly mayEnd: readonly string[];
  readonly ended: readonly string[];
}

/** The most that is open at once where callers nest: a word of so many letters behind a 1 fits into an int. */
export const MAX_NESTING = 30;

/** Whether what callers who nest have open fits into a word, because it is bounded or the programs are. */
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

/** Of callers of whom it is kept what they have open; others have nothing. */
export function callersText(scope: SearchScope): CallersText {
  const { callers, open, tasks, interrupts } = scope;
  const nests = callers === 'balanced';
  const counted = nests ? { enables: true, pauses: true } : countedSides(scope);
  if (!counted.enables && !counted.pauses) {
    return { variables: [], guards: () => [], done: () => 'skip', mayEnd: [], ended: [] };
  }
  const irq = interrupts !== 'none';
  const contexts = tasks + (irq ? 1 : 0);
  const most = open ?? MAX_OPEN;
  return {
    variables: [
      '',
      '/* What each caller has open; the last one is the interrupt. */',
      ...(irq ? [`#define IRQ ${tasks}`] : []),
      irq ? '#define caller (in_irq -> IRQ : current)' : '#define caller current',
      `byte open_enables[${contexts}];`,
      `byte open_pauses[${contexts}];`,
      ...(nests
        ? [
            '/* The order in which it was opened, as a binary word behind a 1, innermost last: 0 an enable, 1 a pause. */',
            `int opened[${contexts}] = 1;`,
          ]
        : []),
    ],
    guards(helper) {
      const { side, opens } = COUNTED[helper];
      if (opens) return (nests && !open) || !counted[side] ? [] : [`${variableOf(side)} < ${most[side]}`];
      const innermost = `opened[caller] % 2 == ${LETTER[helper]}`;
      // Who is legal may close what is not open.
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
