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

/** With a batch size of one. */
const GOLDEN = `/*
 * The state of x86, Xen PV and of the pages, as a number. Values of a page are numbered by age: 1 is the
 * oldest one that still exists anywhere.
 * 0: at rest
 * 1: k1 in memory 1, translation none
 * 2: xen_lazy_mode MMU
 * 3: xen_lazy_mode MMU; k1 in memory 1, translation none
 * 4: xen_lazy_mode MMU, mc_buffer mmu_update 1, updates 1 of 1 (kernel: 31); k1 in memory none, translation none, 1 queued on CPU 0
 * 5: xen_lazy_mode MMU, mc_buffer mmu_update 1, updates 1 of 1 (kernel: 31); k1 in memory 1, translation none, 2 queued on CPU 0
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

test('an architecture is written as a described table and as options', () => {
  const world = worldOf({ backend: 'xen-pv', era: '7.0', capacity: 1 });
  const text = written({ world, scope: scopeOf('ED', { alphabet: K1 }), property: parseProperty('stale-read') });
  expect(between(text, '/*\n * The state of x86', '/* lazy_mmu_mode_enable()')).toBe(GOLDEN);
  expect(between(text, '  :: d_step { over == 0 ->\n       set_k1', '  od\n}')).toBe(
    '  :: d_step { over == 0 ->\n       set_k1() }\n  :: d_step { over == 0 ->\n       read_k1() }\n',
  );
});

test('an architecture without effects adds nothing', () => {
  const scope = scopeOf('EDPR', { interrupts: 'calls', preempt: 'calls' });
  expect(written({ world: worldOf(), scope })).not.toContain('arch_enter()');
  const pre = written({ world: worldOf({ revision: 'pre' }), scope });
  expect(pre).toContain(' * 1: A: TIF_LAZY_MMU 1\n');
  expect(pre).toContain('  :: arch == 0 && !in_irq -> arch = 1');
});

test('on two CPUs the architecture depends on where tasks run', () => {
  const world = worldOf({ backend: 'sparc64', capacity: 1 });
  const text = written({ world, scope: scopeOf('E', { alphabet: [page('set', 1)], cpus: 2, preempt: 'calls' }) });
  expect(text).toContain('/* switch A cpu 1 */\ninline switch_A_on_1() {');
  expect(text).toContain('  :: arch >= 2 && arch <= 7 && last_of_A != 1 -> refused = true');
  expect(text).toContain('switch_B_on_0();\n       if :: refused -> refused = false :: else -> B_on_0() fi');
});

test('a model says that SPIN stores fewer states of runs that end inside a call', () => {
  const scope = scopeOf('ED', { preempt: 'statements' });
  const more = 'The explorer distinguishes a few more states';
  expect(written({ world: worldOf({ checks: 'stop' }), scope })).toContain(more);
  expect(written({ world: worldOf(), scope })).not.toContain(more);
});

test('callbacks that need not alternate can leave the table, and an assertion guards against it', () => {
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
    'xen-pv has more than 500 states with these events: use fewer page events, or a smaller batch size, such as --capacity 2',
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
    'a context switch of xen-pv also makes callbacks',
  ],
])('a model of %s is rejected', (_, modelled, message) => {
  expect(written(modelled)).toContain(message);
});
