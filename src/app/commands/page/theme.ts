import type { Command } from '../../command/command.ts';
import { THEMES, type Theme } from '../../state/state.ts';
import { announce, changeView, combine } from '../../state/transaction.ts';

const NOTES: Readonly<Record<Theme, string>> = {
  system: 'follows the system',
  light: '',
  dark: '',
  contrast: 'high contrast; light or dark follows the system',
};

/** Without a choice it changes to the next theme. */
export default {
  id: 'theme',
  order: 630,
  title: 'Change theme',
  group: 'page',
  keys: [],
  when: (_state, { choice } = {}) =>
    choice === undefined || THEMES.some((theme) => theme === choice) || 'Unknown theme',
  choices: ({ theme: now }) =>
    THEMES.map((theme) => ({ id: theme, title: theme, note: NOTES[theme], chosen: theme === now })),
  run({ theme: now }, { choice } = {}) {
    const next = THEMES[(THEMES.indexOf(now) + 1) % THEMES.length] ?? now;
    const theme = THEMES.find((known) => known === choice) ?? next;
    return combine(changeView({ theme }), announce('theme', `Theme: ${theme}`));
  },
} satisfies Command;
