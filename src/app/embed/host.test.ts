import { describe, expect, test, vi } from 'vitest';
import type { Host } from '../state/services.ts';
import { browser, openTab, SIX, storage } from '../testing.ts';
import { asGuest } from './embedding.ts';

/** A frame, the page around which is in the test's hand. */
async function frame({ fragment = '', theme = null as string | null } = {}) {
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
  await vi.waitFor(() => expect(posted).toHaveLength(1));
  return {
    ...tab,
    ...{ page, local, posted },
    /** Messages that the host posts in one go, before this page gets to run anything else. */
    say(...messages: readonly unknown[]) {
      for (const message of messages) say(message);
      page.wait(0);
    },
    last: () => posted.at(-1),
  };
}

describe('embedding', async () => {
  test('an embedded page posts a message when it is ready and at each step', async () => {
    const { app, page, posted } = await frame();
    expect(posted).toEqual([{ type: 'ready', n: 5, of: 6, row: 5, findings: 0 }]);
    app.pressKey({ key: 'ArrowRight', ctrl: false, alt: false, shift: false, focus: 'page' });
    page.wait(0);
    expect(posted.at(-1)).toEqual({ type: 'step', n: 6, of: 6, row: 6, findings: 0 });
  });

  test('an embedded page saves nothing and does not change its address', async () => {
    const { page, local, say, app } = await frame({ fragment: '#1/v6/arm64-7.0/EEPRDD/3' });
    say({ goto: 6, theme: 'dark' });
    page.wait(10_000);
    app.close();
    expect([page.address(), page.entries.length, local.values.size]).toEqual(['#1/v6/arm64-7.0/EEPRDD/3', 1, 0]);
  });

  test('an embedded page ignores the query of its link', async () => {
    const { state, text } = await frame({ fragment: '#1/v6/arm64-7.0/ED/1/ask-any' });
    expect([text(), state().dialog, state().linkedQuery]).toEqual(['enable; disable', null, null]);
  });

  test('an embedded page accepts messages with a step, a program, a link or a theme', async () => {
    const { say, at, text, state, last } = await frame();
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
  ])('an embedded page rejects %j with a reason and does not change', async (message, why) => {
    const { say, last, text, at } = await frame();
    say(message);
    expect(last()).toEqual({ type: 'refused', why: expect.stringMatching(why) });
    expect([text(), at()]).toEqual([SIX, '4']);
  });

  test.each([null, 'goto', 3, {}, { type: 'webpackOk' }, []])('an embedded page ignores %j', async (message) => {
    const { say, posted } = await frame();
    say(message);
    expect(posted).toHaveLength(1);
  });

  test('an embedded page starts with the theme of its address', async () => {
    expect([(await frame({ theme: 'dark' })).state().theme, (await frame({ theme: 'pink' })).state().theme]).toEqual([
      'dark',
      'system',
    ]);
  });

  test('an embedded page can be stepped through but not edited', async () => {
    const { app, text, state } = await frame();
    for (const key of ['Delete', 'x', 'i', 'e', 'y', 'c', 'B']) {
      app.pressKey({ key, ctrl: false, alt: false, shift: key === 'B', focus: 'page' });
    }
    expect(app.paste('EDD')).toBe(false);
    expect([text(), state().inserting, state().dialog, state().presenting]).toEqual([SIX, false, null, null]);
  });

  describe('bursts of messages', async () => {
    /** Counts the changes of the state from now on. */
    const changesOf = ({ app }: Awaited<ReturnType<typeof frame>>) => {
      let changes = 0;
      app.store.subscribe(() => {
        changes += 1;
      });
      return () => changes;
    };

    test('of 20,000 steps the last one counts: one change and one report', async () => {
      const tab = await frame();
      const changes = changesOf(tab);
      tab.say(...Array.from({ length: 20_000 }, (_, i) => ({ goto: i % 6 })), { goto: 2 });
      expect([tab.at(), changes(), tab.posted.length]).toEqual(['1', 1, 2]);
      expect(tab.last()).toMatchObject({ type: 'step', n: 2 });
    });

    test('programs are read in order, each wrong one is answered, and the last right one is opened once', async () => {
      const tab = await frame();
      const changes = changesOf(tab);
      const programs = Array.from({ length: 300 }, (_, i) => ({ ops: i % 3 === 0 ? `nonsense${i}` : 'E'.repeat(i) }));
      tab.say({ goto: 1 }, ...programs);
      expect(tab.state().trace.rows.length).toBe(299);
      expect(tab.posted.filter((one) => 'why' in one)).toHaveLength(100);
      expect(tab.posted[1]).toEqual({ type: 'refused', why: expect.stringContaining('"nonsense0"') });
      // The program, the end of its run, and no step: the one that was asked for was one of the first program.
      expect([tab.at(), changes()]).toEqual(['-1', 1]);
      expect(tab.posted.filter((one) => !('why' in one))).toEqual([
        expect.objectContaining({ type: 'ready' }),
        { type: 'step', n: 0, of: 299, row: 0, findings: expect.any(Number) },
      ]);
    });

    test('a program without a setup runs under that of the program before it in the same burst', async () => {
      const { say, state, text } = await frame();
      say({ ops: '#1/v3-07/arm64-7.0/ED/1' }, { ops: 'EDD', theme: 'dark' }, { goto: 2 });
      expect([text(), state().document.setup.revision, state().theme]).toEqual([
        'enable; disable; disable',
        'v3-07',
        'dark',
      ]);
    });

    test('a step of a long program is shown and reported when the run is complete', async () => {
      const { say, last, at, posted } = await frame();
      say({ ops: 'repeat 5000 { enable; disable }' }, { goto: 10_000 });
      expect([at(), posted.length]).toEqual(['9999', 3]);
      expect(last()).toMatchObject({ type: 'step', n: 10_000, of: 10_000 });
    });

    test('a page that is closed carries out nothing more', async () => {
      const tab = await frame();
      tab.app.close();
      const changes = changesOf(tab);
      tab.say({ goto: 1 });
      expect(changes()).toBe(0);
    });
  });
});
