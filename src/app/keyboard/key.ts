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
  /** The focus is in the timeline. */
  readonly along?: boolean;
}

/**
 * The name under which a command asks for a key: modifiers in the order Ctrl, Alt, Shift. Shift is named only for letters
 * and for keys without a character of their own, since `?` is a shifted key on one keyboard and a plain one on another.
 */
export function keyName({ key, ctrl, alt, shift }: Omit<KeyPress, 'focus' | 'along'>): string {
  const letter = /^\p{L}$/u.test(key);
  const named = key === ' ' ? 'Space' : letter ? key.toLowerCase() : key;
  const shifted = shift && (letter || [...key].length > 1 || key === ' ');
  return `${ctrl ? 'Ctrl+' : ''}${alt ? 'Alt+' : ''}${shifted ? 'Shift+' : ''}${named}`;
}

/** Whether a text could be the name of a key, as `keyName()` gives them; for what was kept and may have been touched. */
export const isKeyName = (value: unknown): value is string =>
  typeof value === 'string' && /^(Ctrl\+)?(Alt\+)?(Shift\+)?([^\s\p{Lu}]|[A-Z][A-Za-z0-9]{1,23})$/u.test(value);

/** Keys that only hold others, or begin a character that is not there yet. */
const HOLDING =
  /^(Control|Shift|Alt|AltGraph|Meta|OS|Fn|FnLock|CapsLock|NumLock|ScrollLock|Hyper|Super|Symbol|SymbolLock|Dead|Process|Compose|Unidentified)$/;

/** Whether a key can stand for a command: it is more than a modifier, and Tab goes on through the page for all. */
export const canBeBound = ({ key }: Pick<KeyPress, 'key'>): boolean => !HOLDING.test(key) && key !== 'Tab';
