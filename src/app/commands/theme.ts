import type { Command } from '../command.ts';
import type { Theme } from '../state.ts';

const NEXT: Readonly<Record<Theme, Theme>> = { system: 'light', light: 'dark', dark: 'system' };

export default {
  id: 'theme',
  order: 630,
  title: 'light, dark or as the system',
  group: 'page',
  keys: [],
  when: () => true,
  run: ({ theme }) => ({ theme: NEXT[theme], said: `colours: ${NEXT[theme]}` }),
} satisfies Command;
