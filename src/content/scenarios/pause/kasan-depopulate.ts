import type { Scenario } from '../../scenario.ts';

export default {
  id: 'kasan-depopulate',
  order: 41,
  title: 'KASAN frees a shadow page while paused',
  summary:
    'A shadow entry is cleared while the mode is paused, and freeing its page makes DEBUG_PAGEALLOC unmap that page in a section of its own. In v3 and v4 this inner section trips two checks, as seen at boot with v4; this is why v5 has two counters.',
  source: 'Ryan Roberts on v4 07/12, reproduced by the author at boot: vm_unmap_aliases() down to __kernel_map_pages()',
  setup: { revision: 'v4' },
  program: 'set k0..k1; enable; pause; clear k0; enable; clear k1; disable; resume; disable',
  row: 5,
  claims: [
    {
      verdict: 'warns',
      callbacks: ['enter', 'leave', 'flush', 'enter', 'leave'],
      checks: ['5 enable.3', '7 disable.3'],
      findings: ['5 helper-while-paused.enable', '7 callbacks-alternate.flush', '7 helper-while-paused.disable'],
      active: 'nynnnnnyn',
      fields: { nesting_level: 0, active: 0 },
    },
    {
      on: { revision: 'v3' },
      verdict: 'warns',
      callbacks: ['enter', 'leave', 'flush', 'enter', 'leave'],
      checks: ['5 enable.3', '7 disable.3'],
      findings: ['5 helper-while-paused.enable', '7 callbacks-alternate.flush', '7 helper-while-paused.disable'],
      fields: { count: 0, enabled: 0 },
    },
    {
      on: { revision: 'v6' },
      verdict: 'clean',
      callbacks: ['enter', 'leave', 'enter', 'leave'],
      checks: [],
      findings: [],
      active: 'nynnnnnyn',
      fields: { enable_count: 0, pause_count: 0 },
    },
  ],
} satisfies Scenario;
