const CAPS: Readonly<Record<string, string>> = {
  ArrowRight: '→',
  ArrowLeft: '←',
  ArrowUp: '↑',
  ArrowDown: '↓',
  Space: 'space',
  Delete: 'Del',
  Escape: 'Esc',
  PageUp: 'PgUp',
  PageDown: 'PgDn',
};

/** Modifiers of an Apple keyboard; the page accepts Command for Ctrl. */
const APPLE_CAPS: Readonly<Record<string, string>> = { Ctrl: '⌘', Alt: '⌥', Shift: '⇧' };

// Tests without a page have no navigator.
const onApple = /^(Mac|iP)/.test(globalThis.navigator?.platform ?? '');

/** The label of a key on the keyboard: `Ctrl+Shift+z` is `Ctrl Shift Z`, or `⌘ ⇧ Z`. */
export function keyLabel(name: string, apple = onApple): string {
  // A plus at the end is a key; one between names joins them.
  const parts = name.split(/\+(?=.)/);
  return parts
    .map((part) => (apple ? APPLE_CAPS[part] : undefined) ?? CAPS[part] ?? (parts.length > 1 ? capital(part) : part))
    .join(' ');
}

const capital = (part: string) => (part.length === 1 ? part.toUpperCase() : part);
