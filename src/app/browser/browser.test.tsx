import { beforeEach, describe, expect, test, vi } from 'vitest';
import { browserServices, pressOf } from './browser.ts';

beforeEach(() => {
  localStorage.clear();
  history.replaceState(null, '', '/');
  document.body.innerHTML = '';
});

describe('key presses', () => {
  const press = (html: string, init: KeyboardEventInit): ReturnType<typeof pressOf> => {
    document.body.innerHTML = html;
    const target = document.querySelector('[data-here]') ?? document.body;
    let told: ReturnType<typeof pressOf> = null;
    const listen = (event: KeyboardEvent) => {
      told = pressOf(event);
    };
    window.addEventListener('keydown', listen);
    target.dispatchEvent(new KeyboardEvent('keydown', { bubbles: true, ...init }));
    window.removeEventListener('keydown', listen);
    return told;
  };

  test.each([
    ['<p data-here></p>', 'page'],
    ['<input data-here>', 'text'],
    ['<textarea data-here></textarea>', 'text'],
    ['<select data-here></select>', 'text'],
    ['<div contenteditable="true"><b data-here></b></div>', 'text'],
    ['<ul role="listbox"><li data-here></li></ul>', 'text'],
    ['<button><span data-here></span></button>', 'control'],
    ['<a href="#x" data-here></a>', 'control'],
    ['<input type="checkbox" data-here>', 'control'],
  ])('a key press in %s has the focus kind %s', (html, focus) => {
    expect(press(html, { key: 's' })?.focus).toBe(focus);
  });

  test('Command counts as Ctrl', () => {
    expect(press('', { key: 'z', metaKey: true, shiftKey: true })).toEqual({
      key: 'z',
      ctrl: true,
      alt: false,
      shift: true,
      focus: 'page',
      inTimeline: false,
    });
    expect(press('<section class="timeline"><button data-here></button></section>', { key: 'z' })?.inTimeline).toBe(
      true,
    );
  });

  test('a key press of an input method is ignored', () => {
    expect(press('', { key: 's', isComposing: true })).toBeNull();
  });

  test('a key press with AltGr is the character that it types', () => {
    const event = new KeyboardEvent('keydown', { key: '[', ctrlKey: true, altKey: true });
    vi.spyOn(event, 'getModifierState').mockImplementation((name) => name === 'AltGraph');
    expect(pressOf(event)).toMatchObject({ key: '[', ctrl: false, alt: false });
  });
});

describe('browser services', () => {
  test('storage keeps values and lists its keys', () => {
    const { local } = browserServices(window);
    local?.set('a', '1');
    expect([local?.get('a'), local?.get('b'), local?.keys()]).toEqual(['1', null, ['a']]);
    local?.remove('a');
    expect(local?.keys()).toEqual([]);
  });

  test('storage is null if the browser denies access', () => {
    const denied = new Proxy(window, {
      get(target, key) {
        if (key === 'localStorage') throw new DOMException('denied', 'SecurityError');
        return Reflect.get(target, key);
      },
    });
    expect(browserServices(denied).local).toBeNull();
  });

  test('the address changes without a navigation, and each history entry has a tag', () => {
    const { address } = browserServices(window);
    expect(address.tag()).toBeUndefined();
    address.replace('#1/a', null);
    expect([address.fragment(), address.tag()]).toEqual(['#1/a', null]);
    address.push('#1/b', 'id7');
    expect([address.fragment(), address.tag(), address.base.includes('#')]).toEqual(['#1/b', 'id7', false]);
    address.replace('', 'id7');
    expect(address.fragment()).toBe('');
  });

  test('listeners are called on address changes and on hiding until they are removed', () => {
    const { address, onHide } = browserServices(window);
    const seen: string[] = [];
    const ends = [address.onChange(() => seen.push('address')), onHide(() => seen.push('hide'))];
    window.dispatchEvent(new PopStateEvent('popstate'));
    window.dispatchEvent(new Event('pagehide'));
    for (const end of ends) end();
    window.dispatchEvent(new PopStateEvent('popstate'));
    window.dispatchEvent(new Event('pagehide'));
    expect(seen).toEqual(['address', 'hide']);
  });

  test('ids are unique, and timers can be canceled', async () => {
    const { newId, clock } = browserServices(window);
    expect(newId()).toMatch(/^[0-9a-z]{3,}$/);
    expect(newId()).not.toBe(newId());
    const seen: string[] = [];
    clock.after(1, () => seen.push('kept'));
    clock.after(1, () => seen.push('called off'))();
    clock.whenIdle(() => seen.push('idle'));
    clock.whenIdle(() => seen.push('called off'))();
    await new Promise((resolve) => setTimeout(resolve, 20));
    expect(seen.toSorted()).toEqual(['idle', 'kept']);
  });
});
