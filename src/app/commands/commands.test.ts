import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { forAll } from '../../notation/arbitrary.ts';
import { parseProgram } from '../../notation/text/parse.ts';
import { type Command, GROUPS } from '../command/command.ts';
import { applyTextEdit } from '../document/text-edit.ts';
import { createKeyboard } from '../keyboard/keyboard.ts';
import { applyTransaction } from '../state/apply-transaction.ts';
import type { Args } from '../state/command-arguments.ts';
import type { AppState } from '../state/state.ts';
import type { Transaction } from '../state/transaction.ts';
import { at, done, expectValid, flat, LISTED, LOCAL, PUBLIC, stateOf } from '../testing.ts';
import { commands } from './index.ts';

const refusal = (state: AppState, id: string, args?: Args) => commands.get(id).when(state, args);
/** Reasons are sentences without a full stop; those of the setup begin with the name of a revision or an architecture. */
const reasonOf = ({ id }: Command): RegExp => (id.startsWith('choose-') ? /^\S.*[^.]$/ : /^(true|[A-Z].*[^.])$/);
const broken = (state: AppState) => applyTransaction(state, applyTextEdit(state, 'enable\nenabel', 0));

const TRANSACTION_FIELDS = [
  'document',
  'playhead',
  'caret',
  'selection',
  'typedAt',
  'announcement',
  'notices',
  'view',
] satisfies (keyof Transaction)[];

describe('each command', () => {
  test.each(commands.all.map((command) => [command.id, command] as const))(
    '%s fulfils the contract of commands',
    (_id, command) => {
      expect(GROUPS).toContain(command.group);
      expect(command.title).toMatch(/^\S.*\S$|^\S$/);
      const state = { ...stateOf('enable; disable'), documents: [LISTED] };
      const choices = command.choices?.(state) ?? [];
      expect(new Set(choices.map(({ id }) => id)).size).toBe(choices.length);
      for (const { id: choice } of choices) expect(String(command.when(state, { choice }))).toMatch(reasonOf(command));
      if (command.needsChoice) expect([choices.length > 0, typeof command.when(state)]).toEqual([true, 'string']);
    },
  );

  test('each command has keys of its own', () => {
    expect(() => createKeyboard(commands)).not.toThrow();
  });

  const states = fc
    .tuple(
      fc.constantFrom(
        '',
        'enable',
        'enable; set k1; disable',
        'irq { enable; disable }',
        'enable after 3 { irq { } } after callback { switch B }; switch A; disable',
        'task B mm m2; switch B cpu 1; ~pause; exit; sleep',
        'disable; disable; note "x"',
      ),
      fc.nat(9),
      fc.nat(4),
      fc.boolean(),
    )
    .map(([text, row, into, wrong]) => {
      let state = stateOf(text);
      state = { ...state, caret: Math.min(row, state.trace.rows.length) };
      for (let i = 0; i < into && refusal(state, 'into') === true; i++)
        state = { ...state, ...done(state, 'into'), caret: state.caret };
      return wrong ? applyTransaction(state, applyTextEdit(state, `${text}\nwrong`, 0)) : state;
    });

  test('each command says why it is impossible, or runs as a transaction that leads to a valid state', () => {
    forAll(fc.tuple(states, fc.constantFrom(...commands.all)), ([state, command]) => {
      const possible = command.when(state);
      if (possible !== true) {
        expect(possible).toMatch(reasonOf(command));
        return;
      }
      const transaction = command.run(state);
      expect(TRANSACTION_FIELDS).toEqual(expect.arrayContaining(Object.keys(transaction)));
      // A plain value: functions cannot be cloned.
      expect(structuredClone(transaction)).toEqual(transaction);
      const next = applyTransaction(state, transaction);
      expectValid(next);
      const { document } = next;
      const read = parseProgram(document.text);
      expect(read.ok).toBe(document.problems.length === 0);
      if (read.ok) expect(JSON.stringify(read.value.program)).toBe(JSON.stringify(document.program));
      expect(next.past.length - state.past.length).toBeLessThanOrEqual(1);
    });
  });
});

describe('adding at the caret', () => {
  test.each<[string, Args | undefined, string]>([
    ['add-enable', undefined, 'enable'],
    ['add-disable', undefined, 'disable'],
    ['add-pause', undefined, 'pause'],
    ['add-resume', undefined, 'resume'],
    ['add-set', undefined, 'set k1'],
    ['add-set', { page: { space: 'user', index: 3 } }, 'set 3'],
    ['add-clear', undefined, 'clear k1'],
    ['add-get-and-clear', undefined, 'get-and-clear k1'],
    ['add-wrprotect', undefined, 'wrprotect k1'],
    ['add-read', undefined, 'read k1'],
    ['add-read-raw', undefined, 'read raw k1'],
    ['add-touch', undefined, 'touch k1'],
    ['add-touch-write', undefined, 'touch k1 write'],
    ['add-flush-tlb', undefined, 'flush-tlb'],
    ['add-gather-flush', undefined, 'gather-flush'],
    ['add-irq', undefined, 'irq {; }'],
    ['add-softirq', undefined, 'softirq {; }'],
    ['add-bh-off', undefined, 'bh off'],
    ['add-bh-on', undefined, 'bh on'],
    ['add-switch', undefined, 'switch B'],
    ['add-switch', { task: 'C', cpu: 1 }, 'switch C cpu 1'],
    ['add-sleep', undefined, 'sleep'],
    ['add-exit', undefined, 'exit'],
    ['add-note', { text: 'why' }, 'note "why"'],
  ])('%s %o adds %s', (id, args, text) => {
    const state = done(stateOf('enable; disable', 1), [id, args ?? {}]);
    expect([flat(state), state.caret, at(state)]).toEqual([`enable; ${text}; disable`, 2, '1']);
  });

  test('add-task inserts at the head of the program, where it takes effect', () => {
    expect(flat(done(stateOf('enable', 1), 'add-task'))).toBe('task B mm m2; enable');
    expect(flat(done(stateOf('enable', 1), ['add-task', { task: 'C' }]))).toBe('task C mm m2; enable');
  });

  test('new events go inside a body that opens at the caret, and after one that closes', () => {
    expect(flat(done(stateOf('enable; disable', 1), 'add-irq', 'add-set', 'add-read'))).toBe(
      'enable; irq {; set k1; read k1; }; disable',
    );
    expect(flat(done(stateOf('irq { }', 2), 'add-sleep'))).toBe('irq { }; sleep');
    const call = stateOf('enable after 1 { } after 3 { sleep }');
    expect(flat(done({ ...call, caret: 2 }, 'add-pause'))).toBe('enable after 1 {; } after 3 {; pause; sleep; }');
  });

  test('a page operation uses the last page, a switch the other task', () => {
    expect(flat(done(stateOf('set 7; enable', 2), 'add-touch'))).toBe('set 7; enable; touch 7');
    expect(flat(done(stateOf('switch B; enable', 2), 'add-switch'))).toBe('switch B; enable; switch A');
  });

  test('no switch can be added in an interrupt, and no event to a text with mistakes', () => {
    expect(refusal({ ...stateOf('irq { enable }'), caret: 1 }, 'add-switch')).toBe(
      'A switch cannot happen in an interrupt',
    );
    expect(refusal(broken(stateOf('enable')), 'add-enable')).toBe(
      'Fix the program text first: line 2, "enabel" is not an event; did you mean "enable"?',
    );
  });
});

describe('changing a row', () => {
  test.each<[string, string, number, string, number]>([
    ['delete', 'enable; pause; resume', 2, 'enable; resume', 1],
    ['delete', 'irq { enable; disable }; sleep', 4, 'sleep', 0],
    ['delete', 'irq { enable; disable }', 2, 'irq {; disable; }', 1],
    ['switch-off', 'enable; pause', 2, 'enable; ~pause', 2],
    ['switch-off', '~irq { enable }', 3, 'irq {; enable; }', 1],
    ['duplicate', 'enable; irq { pause }', 3, 'enable; irq {; pause; pause; }', 4],
    ['duplicate', 'irq { pause }; sleep', 1, 'irq {; pause; }; irq {; pause; }; sleep', 4],
    ['wrap-section', 'set k1; sleep', 1, 'enable; set k1; disable; sleep', 2],
    ['wrap-pause', 'set k1', 1, 'pause; set k1; resume', 2],
    ['wrap-irq', 'set k1', 1, 'irq {; set k1; }', 2],
    ['move-later', 'enable; pause; resume', 1, 'pause; enable; resume', 2],
    ['move-later', 'enable; irq { pause }', 1, 'irq {; enable; pause; }', 2],
    ['move-later', 'irq { pause }; sleep', 2, 'irq {; }; pause; sleep', 3],
    ['move-later', 'enable after 1 { sleep } after 3 { }', 2, 'enable after 1 {; } after 3 {; sleep; }', 3],
    ['move-earlier', 'enable; pause', 2, 'pause; enable', 1],
    ['move-earlier', 'irq { pause }; sleep', 4, 'irq {; pause; sleep; }', 3],
    ['move-earlier', 'irq { pause }', 2, 'pause; irq {; }', 1],
    ['move-earlier', 'enable after 1 { } after 3 { sleep }', 3, 'enable after 1 {; sleep; } after 3 {; }', 2],
  ])('%s of "%s" at row %i', (id, text, row, expected, caret) => {
    const state = done({ ...stateOf(text), caret: row }, id);
    expect([flat(state), state.caret]).toEqual([expected, caret]);
  });

  test('a row in the arguments takes precedence over the caret', () => {
    expect(flat(done(stateOf('enable; pause', 2), ['delete', { row: 1 }]))).toBe('pause');
  });

  test('an impossible command says why', () => {
    expect(refusal(stateOf('enable'), 'delete')).toBe('No event selected');
    expect(refusal(stateOf('enable', 1), 'move-later')).toBe('Already at the end');
    expect(refusal(stateOf('enable', 1), 'move-earlier')).toBe('Already at the start');
    expect(refusal(stateOf('switch B', 1), 'wrap-irq')).toBe('A switch cannot happen in an interrupt');
  });

  test('an invalid edit changes nothing and leaves a notice', () => {
    const state = done(stateOf('irq { enable }; switch B', 4), 'move-earlier');
    expect(flat(state)).toBe('irq { enable }; switch B');
    expect(state.notices).toEqual([
      {
        id: 'edit',
        severity: 'error',
        text: 'Could not move event 4 to position 3: a switch cannot happen in irq (expected the switch after the closing }).',
      },
    ]);
  });
});

describe('an interrupt inside a call', () => {
  test('an interrupt goes after the statement at the playhead, which stays', () => {
    const state = done(
      stateOf('enable; disable', 0, { revision: 'v4-07' }),
      'into',
      'into',
      'into',
      'insert-irq-inside',
    );
    expect(flat(state)).toBe('enable after 3 {; irq {; enable; disable; }; }; disable');
    expect([at(state), state.caret]).toEqual(['0.2', 1]);
    expect(at(done(state, 'into', 'forward'))).toBe('1');
  });

  test('a second interrupt comes after the first', () => {
    const first = done(stateOf('enable'), 'into', 'insert-irq-inside');
    const later = { ...first, cursor: { slot: 5, moment: 0 } };
    expect(flat(done(later, 'insert-irq-inside'))).toBe(
      'enable after 1 {; irq {; enable; disable; }; } after 2 {; irq {; enable; disable; }; }',
    );
  });

  test('an interrupt inside a call needs a statement', () => {
    expect(refusal(stateOf('enable', 1), 'insert-irq-inside')).toBe('Step to a statement of a call first');
    expect(refusal(done(stateOf('set k1'), 'into'), 'insert-irq-inside')).toBe('Step to a statement of a call first');
  });
});

test('complete-pairs closes what is open', () => {
  expect(flat(done(stateOf('enable; pause; set k1'), 'complete-pairs'))).toBe('enable; pause; set k1; resume; disable');
  expect(refusal(stateOf('enable; disable'), 'complete-pairs')).toBe('Every section and pause is already closed');
});

describe('the page', () => {
  test('play starts over at the end, and pauses', () => {
    const playing = done(stateOf('enable; disable', 2), 'play');
    expect([playing.playing, at(playing)]).toEqual([true, '-1']);
    expect(done(playing, 'play').playing).toBe(false);
    expect(done(stateOf('enable; disable', 1), 'play').cursor.slot).toBe(0);
    expect(refusal(stateOf(''), 'play')).toBe('The program is empty');
  });

  test('a step by hand ends playing', () => {
    expect(done(stateOf('enable; disable'), 'play', 'forward').playing).toBe(false);
  });

  test('new-program opens another document under the same setup', () => {
    const state = done(stateOf('enable', 1, { revision: 'v3' }), 'add-pause', 'new-program');
    expect([state.document.text, state.document.setup.revision, state.documentGeneration, state.past]).toEqual([
      '',
      'v3',
      1,
      [],
    ]);
    expect(refusal(state, 'new-program')).toBe('The program is already empty');
  });

  test('insert mode switches on and off, never while single-letter keys are off', () => {
    const state = done(stateOf(''), 'insert-mode');
    expect(state.inserting).toBe(true);
    expect(done(state, 'leave').inserting).toBe(false);
    const without = done(state, 'letter-keys');
    expect([without.inserting, refusal(without, 'insert-mode')]).toEqual([false, 'Single-letter keys are off']);
  });

  test('the theme cycles, or changes to the named one', () => {
    const round = [0, 1, 2, 3].map((n) => done(stateOf(''), 'theme', ...Array<string>(n).fill('theme')).theme);
    expect(round).toEqual(['light', 'dark', 'contrast', 'system']);
    expect(done(stateOf(''), ['theme', { choice: 'dark' }]).theme).toBe('dark');
    expect(refusal(stateOf(''), 'theme', { choice: 'pink' })).toBe('Unknown theme');
  });

  test('the speed stops at its limits and is announced', () => {
    const fast = done(stateOf(''), 'faster', 'faster');
    expect([fast.speed, fast.announcement?.text, refusal(fast, 'faster')]).toEqual([
      4,
      'Playback speed 4×',
      'Already at the highest speed',
    ]);
    expect(refusal(done(stateOf(''), 'slower'), 'slower')).toBe('Already at the lowest speed');
    expect(refusal(stateOf(''), 'speed', { choice: '3' })).toBe('Choose a playback speed');
  });

  test('all keys can be reset', () => {
    const state = { ...stateOf(''), keys: { play: ['q'] } };
    expect([done(state, 'reset-keys').keys, refusal(stateOf(''), 'reset-keys')]).toEqual([
      {},
      'No shortcut has been changed',
    ]);
  });

  test('help opens and closes, and Escape closes it before anything else', () => {
    const open = done(stateOf(''), 'insert-mode', 'help');
    expect(open.dialog).toBe('help');
    expect(done(open, 'help').dialog).toBeNull();
    expect([done(open, 'leave').dialog, done(open, 'leave').inserting]).toEqual([null, true]);
    expect(refusal(stateOf(''), 'leave')).toBe('Nothing to close or leave');
  });
});

test('picture opens and closes if there is something to show', () => {
  const open = done(stateOf('enable', 1), 'picture');
  expect([open.dialog, done(open, 'picture').dialog]).toEqual(['picture', null]);
  expect(refusal(stateOf(''), 'picture')).toBe('The program is empty');
});

describe('copying', () => {
  test('a copied link carries the step', async () => {
    const copied = commands.get('copy-link').copy?.(stateOf('enable; disable', 2), PUBLIC);
    expect(copied?.what).toBe('the link');
    expect(await copied?.text).toBe('https://host.example/#1/v6/arm64-7.0/ED/2');
  });

  test('a link that works on this machine only says so, and a text leaves the local address out', async () => {
    const state = stateOf('enable; disable', 2);
    const remark = 'it works on this machine only';
    const link = commands.get('copy-link').copy?.(state, LOCAL);
    expect(link).toMatchObject({ text: `${LOCAL.base}#1/v6/arm64-7.0/ED/2`, remark });
    expect(commands.get('copy-embed').copy?.(state, LOCAL)).toMatchObject({ remark });
    expect(commands.get('copy-link').copy?.(state, PUBLIC)?.remark).toBeUndefined();
    const text = await commands.get('copy-text').copy?.(state, LOCAL)?.text;
    expect(text).toContain('[1] #1/v6/arm64-7.0/ED/2');
    expect(text).not.toContain('file:');
  });

  test('a copied text carries the link', async () => {
    const copied = commands.get('copy-text').copy?.(stateOf('enable; disable', 2), PUBLIC);
    const text = await copied?.text;
    expect(text).toContain('1   lazy_mmu_mode_enable()');
    expect(text).toContain('[1] https://host.example/#1/v6/arm64-7.0/ED/2');
    expect(refusal(stateOf(''), 'copy-text')).toBe('The program is empty');
  });
});
