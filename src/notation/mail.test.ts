import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Setup } from '../engine/model.ts';
import { revisions } from '../engine/revisions/index.ts';
import { runOf } from '../engine/testing.ts';
import { arbitraryCalls, arbitraryProgram, forAll } from './arbitrary.ts';
import { writeMail } from './mail.ts';
import { writeOriginal } from './original.ts';
import { parseProgram } from './parse.ts';

const traceOf = (text: string, setup: Partial<Setup> = {}) => {
  const read = parseProgram(text);
  if (!read.ok) throw new Error(text);
  return runOf(setup, read.value.program);
};
const columnsOf = (revision = 'v6') => revisions.get(revision).fields;
const mail = (text: string, setup: Partial<Setup> = {}) =>
  writeMail(traceOf(text, setup), {
    columns: columnsOf(setup.revision),
    revisionTitle: setup.revision ?? 'v6',
    backendTitle: setup.backend ?? 'arm64',
  });
const table = (text: string, setup: Partial<Setup> = {}) => mail(text, setup).split('\n\n')[1]?.trimEnd();
const SIX = 'enable; enable; pause; resume; disable; disable';

describe('the table', () => {
  test('of the six calls is the one of the design, blank for blank', () => {
    expect(`${table(SIX)}\n`).toBe(`\
1   lazy_mmu_mode_enable()      -> arch_enter()  e=1 p=0
2     lazy_mmu_mode_enable()    -> (none)        e=2 p=0
3       lazy_mmu_mode_pause()   -> arch_leave()  e=2 p=1
4       lazy_mmu_mode_resume()  -> arch_enter()  e=2 p=0
5     lazy_mmu_mode_disable()   -> arch_flush()  e=1 p=0
6   lazy_mmu_mode_disable()     -> arch_leave()  e=0 p=0
`);
  });

  test('has a row of each other kind', () => {
    expect(`${table(`${SIX}; set k1; irq { enable }; disable`)}\n`).toBe(`\
1   lazy_mmu_mode_enable()      -> arch_enter()  e=1 p=0
2     lazy_mmu_mode_enable()    -> (none)        e=2 p=0
3       lazy_mmu_mode_pause()   -> arch_leave()  e=2 p=1
4       lazy_mmu_mode_resume()  -> arch_enter()  e=2 p=0
5     lazy_mmu_mode_disable()   -> arch_flush()  e=1 p=0
6   lazy_mmu_mode_disable()     -> arch_leave()  e=0 p=0
7   set k1                      -> stored        pending 0
8   irq {
9     lazy_mmu_mode_enable()    -> ignored       e=0 p=0
10  }
11  lazy_mmu_mode_disable()     -> arch_flush()  e=255 p=0
!   VM_WARN_ON_ONCE(enable_count == 0)
`);
  });
});
test('probe', () => {
  console.log(
    mail(
      `task B mm m2; note "hello é ${'long '.repeat(30)}"; enable after 3 { irq { set k1; ~pause; disable } } after 99 { resume }; switch B cpu 1; enable; disable; sleep; switch A; disable; disable; disable; exit; exit`,
    ),
  );
  console.log(mail(`repeat 40 { enable }`));
  console.log(mail(`disable; enable; ${'x'.repeat(0)} enable; disable`, { revision: 'v3' }));
  const r = writeOriginal(traceOf(SIX, { revision: 'v3' }), columnsOf('v3'));
  console.log(r.ok ? r.value : r.error);
});
