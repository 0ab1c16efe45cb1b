import type { Group } from '../app/command/command.ts';

/** What stands over the commands of a group. */
export const GROUP_HEADINGS: Readonly<Record<Group, string>> = {
  step: 'Going through the program',
  add: 'Adding events',
  edit: 'Changing the program',
  show: 'What is shown',
  share: 'Taking it away',
  page: 'The page',
};
