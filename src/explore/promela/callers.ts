import type { Helper } from '../../engine/model.ts';
import { MOST_OPEN, type Scope } from '../scope.ts';

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
export const DEEPEST = 30;

/** Whether what callers who nest have open fits into a word, because it is bounded or the programs are. */
export const isBounded = ({ open }: Scope, maxLength: number): boolean =>
  (open ? open.enables + open.pauses : maxLength) <= DEEPEST;

const COUNTED: Readonly<Record<Helper, readonly [string, 'open' | 'close']>> = {
  enable: ['open_enables[caller]', 'open'],
  disable: ['open_enables[caller]', 'close'],
  pause: ['open_pauses[caller]', 'open'],
  resume: ['open_pauses[caller]', 'close'],
};
const LETTER: Readonly<Record<Helper, 0 | 1>> = { enable: 0, disable: 0, pause: 1, resume: 1 };

/** Of callers who pair or nest; others keep nothing. */
export function callersText({ callers, open, tasks, interrupts }: Scope): CallersText {
  if (callers !== 'paired' && callers !== 'balanced') {
    return { variables: [], guards: () => [], done: () => 'skip', mayEnd: [], ended: [] };
  }
  const nests = callers === 'balanced';
  const irq = interrupts !== 'none';
  const contexts = tasks + (irq ? 1 : 0);
  const { enables, pauses } = open ?? MOST_OPEN;
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
      const [variable, kind] = COUNTED[helper];
      const most = helper === 'enable' ? enables : pauses;
      if (kind === 'open') return nests && !open ? [] : [`${variable} < ${most}`];
      const innermost = `opened[caller] % 2 == ${LETTER[helper]}`;
      return [`${variable} > 0`, ...(nests ? [innermost] : [])];
    },
    done(helper) {
      const [variable, kind] = COUNTED[helper];
      const counted = `${variable} = ${variable} ${kind === 'open' ? '+' : '-'} 1`;
      const word = kind === 'open' ? `opened[caller] * 2 + ${LETTER[helper]}` : 'opened[caller] / 2';
      return nests ? `${counted}; opened[caller] = ${word}` : counted;
    },
    mayEnd: nests ? ['opened[IRQ] == 1'] : [],
    ended: nests ? [] : ['open_enables[IRQ] = 0', 'open_pauses[IRQ] = 0'],
  };
}
