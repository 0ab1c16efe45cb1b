import type { Rule } from '../rule.ts';

export default {
  id: 'early-touch',
  order: 140,
  title: 'a new mapping is used only after its update went out',
  severity: 'hazard',
  why: 'The walk may still see the old, empty entry: on arm64 the access may fault, is recovered, and a warning is logged.',
  source: '"arm64/mm: Batch barriers when updating kernel mappings", 5fdd05efa1cd; arch/arm64/mm/fault.c',
  on: ['hazard'],
  judge: (occasion) =>
    occasion.at === 'hazard' && occasion.rule === 'early-touch'
      ? { clause: occasion.clause, values: occasion.values }
      : null,
} satisfies Rule;
