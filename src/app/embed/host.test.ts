import { describe, expect, test } from 'vitest';
import type { Host } from '../state/services.ts';
import { browser, openTab, SIX, storage } from '../testing.ts';
import { asGuest } from './embedding.ts';

/** A frame, the page around which is in the test's hand. */
function frame({ fragment = '', theme = null as string | null } = {}) {
  const posted: object[] = [];
  let say: (message: unknown) => void = () => undefined;
  const host: Host = {
    theme,
    post: (message) => void posted.push(message),
    onMessage(listener) {
      say = listener;
      return () => undefined;
    },
  };
  const local = storage();
  const page = browser({ fragment, local, host });
  const tab = openTab({ ...page, services: asGuest(page.services) });
  return { ...tab, page, local, posted, say: (message: unknown) => say(message), last: () => posted.at(-1) };
}

describe('embedding', () => {
  test('an embedded page posts a message when it is ready and at each step', () => {
    const { app, posted } = frame();
    expect(posted).toEqual([{ type: 'ready', n: 5, of: 6, row: 5, findings: 0 }]);
    app.pressKey({ key: 'ArrowRight', ctrl: false, alt: false, shift: false, focus: 'page' });
    expect(posted.at(-1)).toEqual({ type: 'step', n: 6, of: 6, row: 6, findings: 0 });
  });

  test('an embedded page saves nothing and does not change its address', () => {
    const { page, local, say, app } = frame({ fragment: '#1/v6/arm64-7.0/EEPRDD/3' });
    say({ goto: 6, theme: 'dark' });
    page.wait(10_000);
    app.close();
    expect([page.address(), page.entries.length, local.values.size]).toEqual(['#1/v6/arm64-7.0/EEPRDD/3', 1, 0]);
  });

  test('an embedded page ignores the query of its link', () => {
    const { state, text } = frame({ fragment: '#1/v6/arm64-7.0/ED/1/ask-any' });
    expect([text(), state().dialog, state().linkedQuery]).toEqual(['enable; disable', null, null]);
  });

  test('an embedded page accepts messages with a step, a program, a link or a theme', () => {
    const { say, at, text, state, last } = frame();
    say({ goto: 2 });
    expect(at()).toBe('1');
    say({ goto: 99 });
    expect(at()).toBe('5');
    say({ goto: 0 });
    expect(last()).toEqual({ type: 'step', n: 0, of: 6, row: 0, findings: 0 });
    say({ ops: 'EDD', goto: 3, theme: 'dark' });
    expect([text(), at(), state().theme]).toEqual(['enable; disable; disable', '2', 'dark']);
    expect(last()).toMatchObject({ n: 3, of: 3, row: 3, findings: 4 });
    say({ ops: '#1/v3-07/arm64-7.0/ED/1' });
    expect([text(), state().document.setup.revision]).toEqual(['enable; disable', 'v3-07']);
  });

  test.each([
    [{ ops: 'enable; nonsense' }, /^"ops": 1:9: /],
    [{ ops: 'repeat 1000000 { set k0..k1023 }' }, /^"ops": /],
    [{ ops: 7 }, /^"ops" must be a string$/],
    [{ ops: '#1/v99/arm64-7.0/ED/1' }, /unknown revision "v99"/],
    [{ goto: -1 }, /^"goto" must be a step number/],
    [{ goto: 1.5 }, /^"goto" must be/],
    [{ theme: 'pink', goto: 1 }, /^"theme" must be one of system, light, dark, contrast$/],
  ])('an embedded page rejects %j with a reason and does not change', (message, why) => {
    const { say, last, text, at } = frame();
    say(message);
    expect(last()).toEqual({ type: 'refused', why: expect.stringMatching(why) });
    expect([text(), at()]).toEqual([SIX, '4']);
  });

  test.each([null, 'goto', 3, {}, { type: 'webpackOk' }, []])('an embedded page ignores %j', (message) => {
    const { say, posted } = frame();
    say(message);
    expect(posted).toHaveLength(1);
  });

  test('an embedded page starts with the theme of its address', () => {
    expect([frame({ theme: 'dark' }).state().theme, frame({ theme: 'pink' }).state().theme]).toEqual([
      'dark',
      'system',
    ]);
  });

  test('an embedded page can be stepped through but not edited', () => {
    const { app, text, state } = frame();
    for (const key of ['Delete', 'x', 'i', 'e', 'y', 'c', 'B']) {
      app.pressKey({ key, ctrl: false, alt: false, shift: key === 'B', focus: 'page' });
    }
    expect(app.paste('EDD')).toBe(false);
    expect([text(), state().inserting, state().dialog, state().presenting]).toEqual([SIX, false, null, null]);
  });
});
