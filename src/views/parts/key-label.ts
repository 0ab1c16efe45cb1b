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

/** A key as it is printed on a keyboard: `Ctrl+Shift+z` is `Ctrl Shift Z`. */
export function keyLabel(name: string): string {
  // A plus by itself is a key; one between names joins them.
  const parts = name === '+' ? ['+'] : name.split(/\+(?=.)/);
  return parts
    .map((part) => CAPS[part] ?? (parts.length > 1 && part.length === 1 ? part.toUpperCase() : part))
    .join(' ');
}
