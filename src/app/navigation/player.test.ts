import { describe, expect, test } from 'vitest';
import { commands } from '../commands/index.ts';
import { createAppStore } from '../state/store.ts';
import { at, browser, stateOf } from '../testing.ts';
import { startPlayer } from './player.ts';

function playerOf(text: string) {
  const page = browser();
  const store = createAppStore(stateOf(text));
  const end = startPlayer(store, page.services.clock, 900);
  const perform = (id: string) => {
    const command = commands.get(id);
    expect(command.when(store.getState())).toBe(true);
    store.dispatch(command.run);
  };
  return { page, store, end, perform, now: () => at(store.getState()) };
}

describe('playing', () => {
  test('the player never starts by itself', () => {
    const { page, now } = playerOf('enable; disable');
    page.wait(10_000);
    expect(now()).toBe('-1');
  });

  test('the player takes a step every 900 ms and stops at the end', () => {
    const { page, store, perform, now } = playerOf('enable; pause; resume');
    perform('play');
    const places = [450, 450, 900, 899, 1].map((ms) => {
      page.wait(ms);
      return now();
    });
    expect(places).toEqual(['-1', '0', '1', '1', '2']);
    expect(store.getState().playing).toBe(false);
    page.wait(10_000);
    expect(now()).toBe('2');
  });

  test('pausing takes effect at once, and a step by hand ends playing', () => {
    const { page, perform, now } = playerOf('enable; pause; resume');
    perform('play');
    page.wait(900);
    perform('play');
    page.wait(5000);
    expect(now()).toBe('0');
    perform('play');
    perform('forward');
    page.wait(5000);
    expect(now()).toBe('1');
  });

  test('a new speed counts from the current step', () => {
    const { page, store, perform, now } = playerOf('enable; pause; resume; disable');
    perform('faster');
    perform('play');
    page.wait(450);
    expect(now()).toBe('0');
    perform('slower');
    perform('slower');
    page.wait(1799);
    expect(now()).toBe('0');
    page.wait(1);
    expect([now(), store.getState().speed]).toEqual(['1', 0.5]);
  });

  test('the player stops with the page', () => {
    const { page, perform, end, now } = playerOf('enable; pause');
    perform('play');
    end();
    page.wait(5000);
    expect(now()).toBe('-1');
  });
});
