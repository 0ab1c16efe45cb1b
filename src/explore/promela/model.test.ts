import { expect, test } from 'vitest';
import { page, worldOf } from '../../engine/testing.ts';
import { parseProperty, scopeOf } from '../queries/testing.ts';
import type { ModelOptions } from './claims.ts';
import { writePromela } from './model.ts';

const K1 = [page('set', 'k1'), page('read', 'k1')];
const written = (modelled: Pick<ModelOptions, 'world' | 'scope'> & Partial<ModelOptions>): string => {
  const model = writePromela({ property: null, maxLength: Number.POSITIVE_INFINITY, ...modelled });
  return model.ok ? model.value : model.error.join('; ');
};
const between = (text: string, from: string, to: string): string => text.slice(text.indexOf(from), text.indexOf(to));

/** With room for one update in the queue. */
const GOLDEN = `/*
 * What x86, Xen PV has of its own, as a number, and the pages. Of the values of a page 1 is the oldest that is left
 * somewhere. The number is
 * 0: at rest
 * 1: k1 in memory 1, translation none
 * 2: xen_lazy_mode MMU
 * 3: xen_lazy_mode MMU; k1 in memory 1, translation none
 * 4: xen_lazy_mode MMU, mc_buffer mmu_update 1, updates 1 of 1 (really 31); k1 in memory none, translation none, 1 queued on CPU 0
 * 5: xen_lazy_mode MMU, mc_buffer mmu_update 1, updates 1 of 1 (really 31); k1 in memory 1, translation none, 2 queued on CPU 0
 */
byte arch = 0;

/* set k1 */
inline set_k1() {
  if
  :: arch == 0 -> arch = 1
  :: arch == 2 -> arch = 4
  :: (arch == 3 || arch == 4) -> arch = 5
  :: else -> skip
  fi
}

/* read k1 */
inline read_k1() {
  if
  :: (arch == 4 || arch == 5) -> assert(false)
  :: else -> skip
  fi
}

/* arch enter */
inline arch_enter() {
  if
  :: arch == 0 -> arch = 2
  :: arch == 1 -> arch = 3
  :: arch >= 2 && arch <= 5 -> over = 1
  :: else -> skip
  fi
}

/* arch leave */
inline arch_leave() {
  if
  :: (arch == 0 || arch == 1) -> over = 1
  :: arch == 2 -> arch = 0
  :: arch >= 3 && arch <= 5 -> arch = 1
  :: else -> skip
  fi
}

/* arch flush */
inline arch_flush() {
  if
  :: (arch == 4 || arch == 5) -> arch = 3
  :: else -> skip
  fi
}

`;

test('what an architecture does stands there in words, and as options', () => {
  const world = worldOf({ backend: 'xen-pv', era: '7.0', capacity: 1 });
  const text = written({ world, scope: scopeOf('ED', { alphabet: K1 }), property: parseProperty('stale-read') });
  expect(between(text, '/*\n * What x86', '/* lazy_mmu_mode_enable()')).toBe(GOLDEN);
  expect(between(text, '  :: d_step { over == 0 ->\n       set_k1', '  od\n}')).toBe(
    '  :: d_step { over == 0 ->\n       set_k1() }\n  :: d_step { over == 0 ->\n       read_k1() }\n',
  );
});

test('an architecture that does nothing of note adds nothing', () => {
  const scope = scopeOf('EDPR', { interrupts: 'calls', preempt: 'calls' });
  expect(written({ world: worldOf(), scope })).not.toContain('arch_enter()');
  const pre = written({ world: worldOf({ revision: 'pre' }), scope });
  expect(pre).toContain(' * 1: A: TIF_LAZY_MMU 1\n');
  expect(pre).toContain('  :: arch == 0 && !in_irq -> arch = 1');
});

test('on two CPUs it depends on who runs where', () => {
  const world = worldOf({ backend: 'sparc64', capacity: 1 });
  const text = written({ world, scope: scopeOf('E', { alphabet: [page('set', 1)], cpus: 2, preempt: 'calls' }) });
  expect(text).toContain('/* switch A cpu 1 */\ninline switch_A_on_1() {');
  expect(text).toContain('  :: arch >= 2 && arch <= 7 && last_of_A != 1 -> refused = true');
  expect(text).toContain('switch_B_on_0();\n       if :: refused -> refused = false :: else -> B_on_0() fi');
});

test('that fewer states are stored of runs that end within a call is said', () => {
  const scope = scopeOf('ED', { preempt: 'statements' });
  const more = 'the explorer tells a few more states apart';
  expect(written({ world: worldOf({ checks: 'stop' }), scope })).toContain(more);
  expect(written({ world: worldOf(), scope })).not.toContain(more);
});

test('callbacks that need not take turns lead out of a table, which is asserted not to happen', () => {
  const world = worldOf({ backend: 'powerpc-hash', capacity: 2 });
  const text = written({ world, scope: scopeOf('ED', { alphabet: [page('set', 1)] }) });
  expect(text).toContain('preempt_count 3');
  expect(text).toMatch(/:: \(?arch == .* -> leave_table\(\)/);
  expect(text).toContain('assert(table_is_large_enough)');
});

test.each<[string, Pick<ModelOptions, 'world' | 'scope'> & Partial<ModelOptions>, string]>([
  [
    'a table that is too large',
    {
      world: worldOf({ backend: 'xen-pv', era: '7.0' }),
      scope: scopeOf('ED', { alphabet: [page('set', 'k1'), page('clear', 'k1')] }),
    },
    'xen-pv has more than 500 states under these events: fewer events on pages, or a smaller batch, as by --capacity 2',
  ],
  [
    'a context switch that calls helpers',
    { world: worldOf({ revision: 'v7.2', backend: 'xen-pv', era: '7.2' }), scope: scopeOf('ED', { preempt: 'calls' }) },
    'its context switch calls __task_pause and __task_resume',
  ],
  [
    'turns of callbacks that a context switch makes, too',
    {
      world: worldOf({ backend: 'xen-pv', era: '7.1' }),
      scope: scopeOf('ED', { preempt: 'calls' }),
      property: parseProperty('callbacks-alternate'),
    },
    'a context switch of xen-pv calls back, too',
  ],
])('%s is refused', (_, modelled, message) => {
  expect(written(modelled)).toContain(message);
});
