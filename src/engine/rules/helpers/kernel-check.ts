import type { Rule } from '../rule.ts';

export default {
  id: 'kernel-check',
  order: 10,
  title: 'no check of the revision fires',
  severity: 'warning',
  why: 'The authors of the helper ruled out the condition that this check tests.',
  source: 'the VM_BUG_ON and VM_WARN_ON lines of the revision (include/linux/pgtable.h)',
  on: ['check'],
  judge(occasion) {
    if (occasion.at !== 'check') return null;
    const { helper, statement, macro, clause, values } = occasion;
    return {
      sub: `${helper}.${statement}`,
      severity: macro === 'VM_BUG_ON' ? 'bug' : 'warning',
      clause,
      values,
      statement,
    };
  },
} satisfies Rule;
