import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Event, Program, Setup } from '../../engine/model.ts';
import { inspect } from '../../engine/run/run.ts';
import { bh, calls, events, exit, irq, page, runOf, sleep, softirq, switchTo, within } from '../../engine/testing.ts';
import { arbitraryProgram, forAll } from '../../notation/arbitrary.ts';
import { type FindingView, findingView } from '../finding-view.ts';
import { describeStep, type StepView } from './step.ts';

const stepOf = (setup: Partial<Setup>, program: Program, slot: number, moment: number | null = null): StepView => {
  const trace = runOf(setup, program);
  return describeStep(trace, inspect(trace, slot), moment);
};
const sentence = (setup: Partial<Setup>, program: Program, slot: number) => stepOf(setup, program, slot).sentence;
const listing = (view: StepView) =>
  view.listing.map(({ text, statements, current }) => {
    const said = statements.map(({ number, says }) => `${number} ${says}`.trim()).join(', ');
    return `${current ? '>' : ' '} ${text}${said === '' ? '' : ` | ${said}`}`;
  });

describe('the sentence', () => {
  test.each<[string, Partial<Setup>, Event[], number]>([
    [
      'Called inside a pause. v3 warns, then increments count; no callback: count 2, still not active.',
      { revision: 'v3' },
      events('E k1 PE'),
      3,
    ],
    [
      'Called outside any section. v6 increments enable_count and calls arch_enter(): enable_count 1, now active.',
      {},
      calls('E'),
      0,
    ],
    [
      'Called inside 2 sections. v6 decrements enable_count and calls arch_flush(): enable_count 1, still active.',
      {},
      calls('EED'),
      2,
    ],
    ['Called inside a pause. v6 ignores the call: nothing changes, still not active.', {}, calls('EPE'), 2],
    [
      'Called outside any section. v6 warns, then decrements enable_count and calls arch_flush(): enable_count 255, now active.',
      {},
      calls('D'),
      0,
    ],
    ['Called outside any section. v3-07 hits a BUG: the run stops here.', { revision: 'v3-07' }, calls('D'), 0],
    [
      'Called outside any section. v3-07 would hit a BUG (checks are off), then decrements count and calls arch_flush(): count 255, still not active.',
      { revision: 'v3-07', checks: 'off' },
      calls('D'),
      0,
    ],
    [
      'Called in an interrupt. v6 ignores the call: nothing changes, still not active.',
      {},
      [...calls('E'), irq(...calls('E'))],
      2,
    ],
    ['Called outside any section. The kernel calls arch_enter().', { revision: 'pre' }, calls('E'), 0],
    ['Called outside any section. The helper is empty: nothing happens.', { backend: 'none' }, calls('E'), 0],
    [
      'Called inside a section. v6 decrements enable_count and calls arch_leave(): enable_count 0, no longer active. Barriers issued (dsb+isb).',
      {},
      events('E k1 D'),
      2,
    ],
    [
      'Sets page k1 while the mode is active: stored immediately; barriers deferred (dsb+isb), 1 pending.',
      {},
      events('E k1'),
      1,
    ],
    ['Sets page 1 while the mode is not active: stored immediately.', {}, [page('set', 1)], 0],
    ['Reads page k1 while the mode is active: 1.', {}, [...events('E k1'), page('read', 'k1')], 2],
    ['An interrupt arrives on CPU 0, on top of task A.', {}, [irq()], 0],
    ['The interrupt ends; task A resumes.', {}, [irq()], 1],
    ['Skipped: softirqs are disabled: bottom halves are disabled.', {}, [bh('off'), softirq()], 1],
    ['Disables bottom halves: in_interrupt() is true from here on.', {}, [bh('off')], 0],
    ['May sleep here while the mode is active.', {}, [...calls('E'), sleep], 1],
    ['Task A exits.', {}, [exit], 0],
    ['Disabled: nothing happens.', {}, [{ kind: 'call', helper: 'pause', off: true }], 0],
  ])('%s', (expected, setup, program, slot) => {
    expect(sentence(setup, program, slot)).toBe(expected);
  });

  test('a sentence says that its event is inside a disabled one', () => {
    expect(sentence({}, [{ kind: 'irq', body: calls('E'), off: true }], 1)).toBe(
      'Inside a disabled event: nothing happens.',
    );
  });

  test('a store that is queued as a whole is described once', () => {
    expect(sentence({ backend: 'xen-pv' }, events('E k1'), 1)).toBe(
      'Sets page k1 while the mode is active: 1 update queued (mmu_update), 1 pending.',
    );
  });

  test('the sentence of a switch names the task and the effects', () => {
    expect(sentence({}, [switchTo('B', 1)], 0)).toBe('CPU 1 switches to task B: dsb(ish) immediately.');
  });

  test('a sentence is never empty and never says undefined, whatever the program', () => {
    const setups = fc.constantFrom<Partial<Setup>>({}, { backend: 'xen-pv' }, { revision: 'pre', backend: 'sparc64' });
    forAll(fc.tuple(setups, arbitraryProgram()), ([setup, program]) => {
      const trace = runOf(setup, program);
      for (let slot = 0; slot < trace.length; slot++) {
        const view = describeStep(trace, inspect(trace, slot), null);
        if (view.title.includes('note')) continue;
        expect(`${view.title} ${view.sentence}`).toMatch(/^Event \d+ · .*\S [A-Z].*\.$/s);
        expect(`${view.title} ${view.sentence}`).not.toMatch(/undefined|null|NaN/);
      }
    });
  });
});

describe('the listing', () => {
  test('the listing says what each statement did', () => {
    const view = stepOf({ revision: 'v3-07' }, calls('EPE'), 2);
    expect([view.title, view.position, ...listing(view)]).toEqual([
      'Event 3 · lazy_mmu_mode_enable()',
      'statement 6 of 6',
      '  VM_BUG_ON(count == U8_MAX); | 1 does not fire',
      '  VM_WARN_ON(count > 0 && !enabled); | 2 fired',
      '  if (count == 0) { | 3 not taken',
      '  arch_enter_lazy_mmu_mode(); | 4 not reached',
      '  enabled = true; | 5 not reached',
      '  }',
      '> ++count; | 6 1 -> 2',
    ]);
  });

  test('the listing at a statement leaves later statements open', () => {
    const view = stepOf({}, calls('E'), 0, 2);
    expect([view.sentence, view.position, ...listing(view)]).toEqual([
      'Statement 3 of 5: enable_count: 0 -> 1.',
      'statement 3 of 5',
      '  if (in_interrupt() || pause_count > 0) | 1 not taken',
      '  return;',
      '  VM_WARN_ON_ONCE(enable_count == U8_MAX); | 2 does not fire',
      '> if (enable_count++ == 0) | 3 0 -> 1, 4',
      '  arch_enter_lazy_mmu_mode(); | 5',
    ]);
  });

  test('the listing of a resumed call shows what it did before the interrupt', () => {
    const view = stepOf({}, [within('enable', 3, irq())], 3);
    expect(view.title).toBe('Event 4 · lazy_mmu_mode_enable() resumes');
    expect(listing(view)).toContain('  if (enable_count++ == 0) | 3 0 -> 1, 4 taken');
  });

  test('the listing marks the return that left the call', () => {
    const returns = (view: StepView) => view.listing.flatMap(({ text, left }) => (left ? [text] : []));
    expect(returns(stepOf({}, calls('EPE'), 2))).toEqual(['return;']);
    expect(returns(stepOf({}, calls('EPE'), 2, 0))).toEqual([]);
    expect(returns(stepOf({}, calls('E'), 0))).toEqual([]);
  });

  test('the listing tells a silent check from one that is off', () => {
    expect(listing(stepOf({}, calls('DED'), 2)).join()).toContain('2 true again, already printed');
    expect(listing(stepOf({ checks: 'off' }, calls('D'), 0)).join()).toContain('2 true, but not evaluated');
    expect(listing(stepOf({ checks: 'off' }, calls('E'), 0)).join()).toContain('2 not evaluated');
  });
});

test('state and registers have values before and after, the query under its own name', () => {
  const view = stepOf({ revision: 'v3' }, events('E k1'), 0);
  expect(view.task).toBe('A');
  expect(view.state.map(({ name, before, after }) => `${name} ${before} -> ${after}`)).toEqual([
    'count 0 -> 1',
    'enabled 0 -> 1',
    'in_lazy_mmu_mode() false -> true',
  ]);
  expect(stepOf({}, events('E k1'), 1).registers).toEqual([
    { name: 'entered', before: 'true', after: 'true', changed: false },
    { name: 'TIF_LAZY_MMU_PENDING', before: '0', after: '1', changed: true },
  ]);
});

test('findings come with their rule, and at a statement only those so far', () => {
  const [finding] = stepOf({ revision: 'v3' }, calls('EPE'), 2).findings;
  expect(finding).toMatchObject({
    rule: 'kernel-check',
    sub: 'enable.3',
    severity: 'warning',
    title: 'no check of the revision fires',
    clause: 'count > 0 && !enabled',
    values: 'count 1, enabled 0',
    why: 'enable() must not be called while paused.',
    silent: false,
  });
  expect(stepOf({ revision: 'v3' }, calls('EPE'), 2, 0)).toMatchObject({ findings: [], later: 2 });
  expect(stepOf({ revision: 'v3' }, calls('EPE'), 2)).toMatchObject({ later: 0 });
});

test('a finding of a check without its row shows the condition', () => {
  const { rule, sub, severity, clause, statement } = stepOf({ revision: 'v3-07' }, calls('D'), 0)
    .findings[0] as FindingView;
  expect(findingView({ rule, sub, severity, clause, statement, values: {} }, []).broke).toBe('count == 0');
});

test('a finding describes how its rule broke at this step', () => {
  const broke = (setup: Partial<Setup>, program: Program, slot: number) =>
    stepOf(setup, program, slot).findings.map((finding) => finding.broke);
  expect(broke({}, calls('D'), 0)).toEqual([
    'VM_WARN_ON_ONCE(enable_count == 0) fires',
    'arch_flush() called while not entered',
    'Generic and architecture state disagree: active but not entered',
    'The mode is active with no section open',
  ]);
  expect(broke({}, calls('DED'), 2)[0]).toBe(
    'VM_WARN_ON_ONCE(enable_count == 0): condition true again; WARN_ON_ONCE has already printed',
  );
  expect(broke({ revision: 'v3-07' }, calls('D'), 0)).toEqual(['VM_BUG_ON(count == 0) fires']);
  expect(stepOf({ revision: 'v4', backend: 'xen-pv' }, calls('P'), 0).findings[0]?.rule).toBe('arch-bug');
  expect(broke({ revision: 'v4', backend: 'xen-pv' }, calls('P'), 0)).toContain(
    'arch_leave(): BUG_ON(xen_lazy_mode != XEN_LAZY_MMU)',
  );
});

describe('the checks and rules of a step', () => {
  const said = ({ checks, rules }: StepView) => [
    ...checks.map(({ text, says }) => `${text}: ${says}`),
    ...rules.filter(({ says }) => says !== null).map(({ id }) => id),
  ];

  test.each<[string, Partial<Setup>, string, number, string[]]>([
    ['nothing breaks', {}, 'E', 0, ['VM_WARN_ON_ONCE(enable_count == U8_MAX): does not fire']],
    [
      'a check fires',
      {},
      'D',
      0,
      [
        'VM_WARN_ON_ONCE(enable_count == 0): fired',
        'callbacks-alternate',
        'active-entered-agree',
        'active-outside-section',
      ],
    ],
    ['it is true again', {}, 'DED', 2, ['VM_WARN_ON_ONCE(enable_count == 0): true again, already printed']],
    ['checks are off', { checks: 'off' }, 'D', 0, ['VM_WARN_ON_ONCE(enable_count == 0): true, but not evaluated']],
    ['a rule alone', {}, 'EPDRD', 2, ['ignored-call']],
  ])(
    'the checks that the call reached and the rules that it breaks are listed: %s',
    (_, setup, program, slot, wanted) => {
      expect(said(stepOf(setup, calls(program), slot))).toEqual(expect.arrayContaining(wanted));
    },
  );

  test('the checks end at the current statement', () => {
    expect(said(stepOf({}, calls('D'), 0, 0))).toEqual([]);
  });

  test('an event that is no call has no checks', () => {
    expect(stepOf({}, events('k1'), 0).checks).toEqual([]);
    expect(stepOf({}, events('k1'), 0).rules.length).toBeGreaterThan(8);
  });
});
