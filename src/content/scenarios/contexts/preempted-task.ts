import type { Scenario } from '../../scenario.ts';

export default {
  id: 'preempted-task',
  order: 80,
  title: 'A section that moves to another CPU',
  summary:
    'On arm64 a task can be preempted inside a section and continue on another CPU, because its only pending work is a flag of its own. The switch does not flush; its dsb is enough for the table walk, and the isb is issued when the section ends on the other CPU.',
  source: 'arch/arm64: comment in emit_pte_barriers(), commit 5fdd05efa1cd; unchanged by 4dd9b4d7a8d5',
  setup: { revision: 'v6' },
  program: 'enable; set k1; switch B; switch A cpu 1; set k2; disable',
  row: 4,
  claims: [
    { verdict: 'clean', callbacks: ['enter', 'leave'], barriers: 1, findings: [] },
    { on: { revision: 'pre' }, verdict: 'clean', callbacks: ['enter', 'leave'], barriers: 1, findings: [] },
  ],
} satisfies Scenario;
