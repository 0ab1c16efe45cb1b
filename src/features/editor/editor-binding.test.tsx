import { EditorView } from '@codemirror/view';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { openTab, SIX } from '../../app/testing.ts';
import { bindEditor } from './editor-binding.ts';

let tab: ReturnType<typeof openTab>;
let view: EditorView;
let close: () => void;

beforeEach(() => {
  const host = document.createElement('div');
  document.body.append(host);
  tab = openTab();
  close = bindEditor(host, tab.app, null);
  view = EditorView.findFromDOM(host) as EditorView;
  tab.page.wait(0);
});

afterEach(() => {
  close();
  tab.app.close();
});

const editorText = () => view.state.doc.toString();
const storeText = () => tab.state().document.text;
/** The person types at an offset, by default at the end. */
const type = (insert: string, at = view.state.doc.length) =>
  view.dispatch({
    changes: { from: at, insert },
    selection: { anchor: at + insert.length },
    userEvent: 'input.type',
  });
const replaceAll = (insert: string) =>
  view.dispatch({ changes: { from: 0, to: view.state.doc.length, insert }, userEvent: 'input.type' });
const select = (anchor: number, head = anchor) =>
  view.dispatch({ selection: { anchor, head }, userEvent: 'select.pointer' });
function paste(text: string) {
  const clipboardData = new DataTransfer();
  clipboardData.setData('text/plain', text);
  view.contentDOM.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }));
}

/** Long enough to be exchanged a task later. */
const LONG = 'set k1\n'.repeat(2000);
const TABLE =
  '1  lazy_mmu_mode_enable()  -> arch_enter()  e=1 p=0\n2  lazy_mmu_mode_disable() -> arch_leave()  e=0 p=0';
const LONG_TABLE = `${TABLE}\n${'remark that belongs to no row\n'.repeat(400)}`;

test('the store has what is typed at once, and the caret follows', () => {
  type('\nset k1');
  expect([tab.text(), tab.state().caret]).toEqual([`${SIX}; set k1`, 7]);
});

test('the editor shows a change of the program one task later, and the editor’s own caret stays in place', () => {
  select(3);
  tab.app.perform('last');
  tab.app.perform('add-sleep');
  expect(editorText()).not.toContain('sleep');
  tab.page.wait(0);
  expect([editorText(), view.state.selection.main.head]).toEqual([storeText(), 3]);
});

test('what is typed before the editor shows a change is joined to the change', () => {
  select(view.state.doc.length);
  tab.app.perform('add-pause');
  type('; set k1');
  expect(tab.text()).toBe(`${SIX}; set k1; pause`);
  expect(editorText()).toBe(storeText());
});

test('a selection made before the editor shows a change refers to the changed program', () => {
  tab.app.perform('first');
  tab.app.perform('add-sleep');
  tab.app.perform('add-exit');
  select(view.state.doc.length);
  expect(tab.state().caret).toBe(8);
  const line = view.state.doc.line(4);
  select(line.from, line.to);
  expect(tab.state().selection).toMatchObject({ anchor: 4, head: 4 });
});

test('a long text goes to the store one task later, or before anything else is done', () => {
  replaceAll(LONG);
  expect(tab.text()).toBe(SIX);
  tab.page.wait(0);
  expect(storeText()).toBe(LONG);
  type('pause\n', 0);
  tab.app.perform('add-sleep');
  expect(storeText()).toMatch(/^pause\nset k1\n {2}sleep\nset k1\n/);
  tab.page.wait(0);
  expect(editorText()).toBe(storeText());
});

test('both sides can be ahead of each other, and then agree on both changes', () => {
  replaceAll(LONG);
  tab.page.wait(10);
  const withStep = { ...tab.state().document, text: `${LONG}exit\n` };
  type('pause\n', 0);
  // A change that does not ask for pending input, as from another part of the application.
  tab.app.store.dispatch({ document: { history: 'push', label: 'test', content: withStep } });
  tab.page.wait(10);
  expect(storeText()).toBe(`pause\n${LONG}exit\n`);
  expect(editorText()).toBe(storeText());
});

test('a page that is hidden, or an editor that is removed, has saved what was typed last', () => {
  replaceAll(LONG);
  tab.page.hide();
  expect(storeText()).toBe(LONG);
  type('pause\n', 0);
  close();
  expect(storeText()).toBe(`pause\n${LONG}`);
});

test('keys of a burst of typing are one entry of the history, also in a long text', () => {
  replaceAll(LONG);
  tab.page.wait(10);
  for (const letter of 'exit') type(letter);
  tab.page.wait(10);
  expect(tab.state().past).toHaveLength(1);
  tab.app.perform('undo');
  tab.page.wait(0);
  expect([tab.text(), editorText()]).toEqual([SIX, storeText()]);
});

test('a text that replaces all of the old one is a new program', () => {
  tab.app.openScenario('kasan-depopulate');
  tab.page.wait(0);
  expect(tab.state().document.title).not.toBeNull();
  replaceAll(LONG);
  type('exit');
  tab.page.wait(10);
  expect(tab.state().document.title).toBeNull();
});

test('a pasted table becomes the program', () => {
  paste(TABLE);
  tab.page.wait(0);
  expect([tab.text(), editorText()]).toEqual(['enable; disable', storeText()]);
});

test('a long pasted table becomes the program in later tasks, and what is typed in the meantime stays', () => {
  paste(LONG_TABLE);
  expect(editorText()).toContain('remark');
  expect(tab.text()).toBe(SIX);
  type('\nexit');
  tab.page.wait(10);
  expect([tab.text(), editorText()]).toEqual(['enable; disable; exit', storeText()]);
  tab.app.perform('undo');
  tab.app.perform('undo');
  tab.page.wait(0);
  expect([tab.text(), editorText()]).toEqual([SIX, storeText()]);
});

test('a long pasted text that is no table is inserted', () => {
  select(0);
  paste(LONG);
  tab.app.perform('undo');
  expect(tab.text()).toBe(SIX);
  tab.app.perform('redo');
  tab.page.wait(10);
  expect(editorText()).toBe(storeText());
  expect(storeText()).toMatch(/^set k1\nset k1\n/);
});

test('a long pasted table with a mistake changes nothing and is told', () => {
  paste(LONG_TABLE.replace('lazy_mmu_mode_disable()', 'lazy_mmu_mode_dis()'));
  tab.page.wait(10);
  expect([tab.text(), editorText()]).toEqual([SIX, storeText()]);
  expect(tab.notices()).toHaveLength(1);
});

test('undo of the browser is undo of the page', () => {
  type('\nexit');
  view.contentDOM.dispatchEvent(
    new InputEvent('beforeinput', { inputType: 'historyUndo', bubbles: true, cancelable: true }),
  );
  tab.page.wait(0);
  expect([tab.text(), editorText()]).toEqual([SIX, storeText()]);
});
