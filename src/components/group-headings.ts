import type { Group } from '../app/command/command.ts';

/** Headings of the command groups. */
export const GROUP_HEADINGS: Readonly<Record<Group, string>> = {
  step: 'Step',
  add: 'Insert',
  edit: 'Edit',
  show: 'View',
  share: 'Export',
  page: 'Page',
};
