/** A key as it was pressed, without the page's own event. */
export interface KeyPress {
  /** As `KeyboardEvent.key`. */
  readonly key: string;
  /** Control or Command. */
  readonly ctrl: boolean;
  readonly alt: boolean;
  readonly shift: boolean;
  /** Where the focus is: in a text being edited (or a list with keys of its own), on a button or link, or elsewhere. */
  readonly focus: 'text' | 'control' | 'page';
}

/**
 * The name under which a command asks for a key: modifiers in the order Ctrl, Alt, Shift. Shift is named only for letters
 * and for keys without a character of their own, since `?` is a shifted key on one keyboard and a plain one on another.
 */
export function keyName({ key, ctrl, alt, shift }: Omit<KeyPress, 'focus'>): string {
  const letter = /^\p{L}$/u.test(key);
  const named = key === ' ' ? 'Space' : letter ? key.toLowerCase() : key;
  const shifted = shift && (letter || [...key].length > 1 || key === ' ');
  return `${ctrl ? 'Ctrl+' : ''}${alt ? 'Alt+' : ''}${shifted ? 'Shift+' : ''}${named}`;
}
