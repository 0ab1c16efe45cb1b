import { containsSwitch } from '../document/program-edit.ts';
import type { Command } from './command.ts';
import { createEditCommand } from './edit-command.ts';

/** Creates a command that puts the target events into an interrupt. */
export const createWrapCommand = ({
  kind,
  ...named
}: Pick<Command, 'id' | 'order' | 'title'> & { readonly kind: 'irq' | 'softirq' }): Command =>
  createEditCommand({
    ...named,
    keys: [],
    into: (events) => [{ kind, body: events }],
    label: (_events, rows) => `wrap ${rows} in ${kind === 'irq' ? 'an interrupt' : 'a softirq'}`,
    shift: 1,
    fits: (events) =>
      !events.some(containsSwitch) || `A switch cannot happen in ${kind === 'irq' ? 'an interrupt' : 'a softirq'}`,
  });
