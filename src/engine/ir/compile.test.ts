import { describe, expect, test } from 'vitest';
import { type Code, cName, compile, evaluate, type Helpers } from './compile.ts';
import {
  and,
  assign,
  bump,
  call,
  callback,
  field,
  IN_INTERRUPT,
  is,
  not,
  or,
  postIncrement,
  preDecrement,
  preIncrement,
  RETURN,
  returnIf,
  type Statement,
  vmCheck,
  when,
} from './statements.ts';

/** `3 write` …: the numbered instructions in the order in which they stand. */
const numbered = ({ instructions }: Code) =>
  instructions.flatMap((one) => ('number' in one ? [`${one.number} ${one.op}`] : []));
const textOf = ({ listing }: Code) => listing.map(({ text, indent }) => '  '.repeat(indent) + text);
const code = (...statements: Statement[]) => compile({ enable: statements }, 'enable');

describe('numbers', () => {
  test('statements of both arms are numbered, declarations and returns are not', () => {
    const both = code(
      returnIf(IN_INTERRUPT),
      when(is(field('n'), '==', 0), [callback('leave')], [bump(preIncrement('n')), callback('flush')]),
      vmCheck('VM_WARN_ON', field('n'), 'n must be 0.'),
    );
    expect(numbered(both)).toEqual(['1 branch', '2 branch', '3 callback', '4 write', '5 callback', '6 check']);
  });

  test('a write in a condition is a write and then a condition', () => {
    expect(numbered(code(when(is(postIncrement('n'), '==', 0), [callback('enter')])))).toEqual([
      ...['1 write', '2 branch', '3 callback'],
    ]);
  });

  test('a write on the right of && happens only where the left holds: a condition of its own', () => {
    const guarded = code(when(and(field('a'), is(preDecrement('n'), '==', 0)), [callback('leave')]));
    expect(numbered(guarded)).toEqual(['1 branch', '2 write', '3 branch', '4 callback']);
  });

  test('a write in what is assigned comes before the assignment, in time and in number', () => {
    expect(numbered(code(assign('a', is(preDecrement('n'), '>', 0))))).toEqual(['1 write', '2 write']);
    expect(code(assign('a', is(preDecrement('n'), '>', 0))).instructions).toMatchObject([
      { field: 'n' },
      { field: 'a' },
      {},
    ]);
  });

  test('a write in a check comes before the check, in time and in number', () => {
    expect(numbered(code(vmCheck('VM_WARN_ON', is(preDecrement('n'), '>', 0), 'n must not be above 1.')))).toEqual([
      '1 write',
      '2 check',
    ]);
  });

  test('a helper that is called counts as if it stood there', () => {
    const helpers = {
      enable: [returnIf(IN_INTERRUPT), call('__task_enable'), callback('flush')],
      __task_enable: [callback('enter')],
    };
    expect(numbered(compile(helpers, 'enable'))).toEqual(['1 branch', '2 callback', '3 callback']);
  });
});

describe('what is outside the subset is our own bug', () => {
  test.each([
    ['a write on the right of || in a condition', when(or(field('a'), postIncrement('n')), [])],
    ['a write on the right of && under a negation', when(not(and(field('a'), postIncrement('n'))), [])],
    ['a write on the right of && in a check', vmCheck('VM_WARN_ON', and(field('a'), postIncrement('n')), 'No.')],
    ['a write on the right of || in an assignment', assign('a', or(field('a'), postIncrement('n')))],
    ['a write on the right of && inside a comparison', when(is(and(field('a'), postIncrement('n')), '==', 1), [])],
  ])('%s', (_what, statement) => {
    expect(() => code(statement)).toThrow();
  });

  test('a helper that is not there, and helpers that call each other', () => {
    expect(() => code(call('nowhere'))).toThrow('enable calls nowhere, which is not there');
    const loop: Helpers = { enable: [call('other')], other: [call('enable')] };
    expect(() => compile(loop, 'enable')).toThrow('do not end');
  });
});

describe('the listing', () => {
  test('has braces where C has them, and says which statements stand on each line', () => {
    const both = code(
      returnIf(or(IN_INTERRUPT, is(field('p'), '>', 0))),
      when(is(preDecrement('n'), '==', 0), [callback('leave')], [callback('flush')]),
    );
    expect(textOf(both)).toEqual([
      'if (in_interrupt() || p > 0)',
      '  return;',
      'if (--n == 0) {',
      '  arch_leave_lazy_mmu_mode();',
      '} else {',
      '  arch_flush_lazy_mmu_mode();',
      '}',
    ]);
    expect(both.listing.map(({ statements }) => statements)).toEqual([[1], [], [2, 3], [4], [], [5], []]);
  });

  test('shows a helper that is called under its call', () => {
    const helpers = { pause: [call('__task_pause')], __task_pause: [assign('a', false), bump(preIncrement('n'))] };
    expect(textOf(compile(helpers, 'pause'))).toEqual([
      '__task_lazy_mmu_mode_pause(current);',
      '  a = false;',
      '  ++n;',
    ]);
  });

  test('a table names helpers as the kernel does', () => {
    expect([cName('enable'), cName('__task_pause')]).toEqual(['lazy_mmu_mode_enable', '__task_lazy_mmu_mode_pause']);
  });
});

test('a return in a helper that is called goes on behind the call', () => {
  const helpers = { enable: [call('inner'), callback('enter')], inner: [RETURN, callback('flush')] };
  const { instructions } = compile(helpers, 'enable');
  expect(instructions[0]).toEqual({ op: 'goto', to: 2 });
  expect(instructions[2]).toMatchObject({ op: 'callback', name: 'enter' });
});

test('a helper without statements returns', () => {
  expect(compile({ enable: [] }, 'enable')).toEqual({
    helper: 'enable',
    instructions: [{ op: 'return' }],
    listing: [],
    statements: 0,
  });
});

describe('values are those of C', () => {
  const value = (expr: Parameters<typeof evaluate>[0], fields = {}, interrupt = false) =>
    evaluate(expr, fields, interrupt);
  const n = { kind: 'field', name: 'n' } as const;

  test.each([
    ['==', 3, 1],
    ['==', 4, 0],
    ['!=', 3, 0],
    ['<', 4, 1],
    ['<', 3, 0],
    ['<=', 3, 1],
    ['>', 2, 1],
    ['>', 3, 0],
    ['>=', 3, 1],
    ['>=', 4, 0],
    ['&&', 7, 1],
    ['&&', 0, 0],
    ['||', 0, 1],
  ] as const)('3 %s %d is %d', (op, right, result) => {
    expect(value({ kind: 'binary', op, left: n, right: { kind: 'constant', value: right } }, { n: 3 })).toBe(result);
  });

  test('truth is 1 and 0, whatever was true', () => {
    expect(value({ kind: 'not', of: n }, { n: 7 })).toBe(0);
    expect(value({ kind: 'not', of: { kind: 'not', of: n } }, { n: 7 })).toBe(1);
    expect([value({ kind: 'in-interrupt' }), value({ kind: 'in-interrupt' }, {}, true)]).toEqual([0, 1]);
  });
});
