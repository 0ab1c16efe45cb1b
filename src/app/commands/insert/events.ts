import type { Command } from '../../command/command.ts';
import { createInsertCommand, createPageCommand } from '../../command/insert-command.ts';

/** Events without arguments. */
const EVENTS = [
  { id: 'add-enable', order: 200, title: 'enable', letter: 'e', event: () => ({ kind: 'call', helper: 'enable' }) },
  { id: 'add-disable', order: 205, title: 'disable', letter: 'd', event: () => ({ kind: 'call', helper: 'disable' }) },
  { id: 'add-pause', order: 210, title: 'pause', letter: 'p', event: () => ({ kind: 'call', helper: 'pause' }) },
  { id: 'add-resume', order: 215, title: 'resume', letter: 'r', event: () => ({ kind: 'call', helper: 'resume' }) },
  { id: 'add-flush-tlb', order: 260, title: 'flush-tlb', event: () => ({ kind: 'tlb', op: 'flush-tlb' }) },
  { id: 'add-gather-flush', order: 265, title: 'gather-flush', event: () => ({ kind: 'tlb', op: 'gather-flush' }) },
  { id: 'add-irq', order: 270, title: 'irq { }', event: () => ({ kind: 'irq', body: [] }) },
  { id: 'add-softirq', order: 275, title: 'softirq { }', event: () => ({ kind: 'softirq', body: [] }) },
  { id: 'add-bh-off', order: 280, title: 'bh off', event: () => ({ kind: 'bh', state: 'off' }) },
  { id: 'add-bh-on', order: 285, title: 'bh on', event: () => ({ kind: 'bh', state: 'on' }) },
  { id: 'add-sleep', order: 300, title: 'sleep', event: () => ({ kind: 'sleep' }) },
  { id: 'add-exit', order: 305, title: 'exit', event: () => ({ kind: 'exit' }) },
  { id: 'add-note', order: 310, title: 'note', event: (_state, { text = 'note' }) => ({ kind: 'note', text }) },
] as const satisfies readonly Parameters<typeof createInsertCommand>[0][];

/** Operations on the page last used before the caret. */
const PAGE_OPERATIONS = [
  { id: 'add-set', order: 220, title: 'set', op: 'set', letter: 'w' },
  { id: 'add-clear', order: 225, title: 'clear', op: 'clear' },
  { id: 'add-get-and-clear', order: 230, title: 'get-and-clear', op: 'get-and-clear' },
  { id: 'add-wrprotect', order: 235, title: 'wrprotect', op: 'wrprotect' },
  { id: 'add-read', order: 240, title: 'read', op: 'read' },
  { id: 'add-read-raw', order: 245, title: 'read raw', op: 'read-raw' },
  { id: 'add-touch', order: 250, title: 'touch', op: 'touch' },
  { id: 'add-touch-write', order: 255, title: 'touch write', op: 'touch-write' },
] as const satisfies readonly Parameters<typeof createPageCommand>[0][];

export default [
  ...EVENTS.map(createInsertCommand),
  ...PAGE_OPERATIONS.map(createPageCommand),
] satisfies readonly Command[];
