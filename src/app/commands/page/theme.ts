import type { Command } from '../../command/command.ts';
import { THEMES, type Theme } from '../../state/state.ts';
import { announce, changeView, combine } from '../../state/transaction.ts';

const NOTES: Readonly<Record<Theme, string>> = {
  system: 'light or dark as the system',
  light: '',
  dark: '',
  contrast: 'more contrast, light or dark as the system',
};

/** By itself it goes to the next one. */
export default {
  id: 'theme',
  order: 630,
  title: 'other colours',
  group: 'page',
  keys: [],
  when: (_state, { choice } = {}) =>
    choice === undefined || THEMES.some((theme) => theme === choice) || 'there are no such colours',
  choices: ({ theme: now }) =>
    THEMES.map((theme) => ({ id: theme, title: theme, note: NOTES[theme], chosen: theme === now })),
  run({ theme: now }, { choice } = {}) {
    const next = THEMES[(THEMES.indexOf(now) + 1) % THEMES.length] ?? now;
    const theme = THEMES.find((known) => known === choice) ?? next;
    return combine(changeView({ theme }), announce('theme', `colours: ${theme}`));
  },
} satisfies Command;
