/** A pressed key, without the event of the browser. */
export interface KeyPress {
  /** As `KeyboardEvent.key`. */
  readonly key: string;
  /** Control or Command. */
  readonly ctrl: boolean;
  readonly alt: boolean;
  readonly shift: boolean;
  /** Where the focus is: in an edited text (or a list with its own keys), on a button or link, or elsewhere. */
  readonly focus: 'text' | 'control' | 'page';
  /** The focus is in the timeline. */
  readonly inTimeline?: boolean;
}

/**
 * Names a key as commands do: modifiers in the order Ctrl, Alt, Shift. Shift is named only for letters and for keys without
 * a character, since `?` needs Shift on one keyboard layout and not on another.
 */
export function keyName({ key, ctrl, alt, shift }: Omit<KeyPress, 'focus' | 'inTimeline'>): string {
  const letter = /^\p{L}$/u.test(key);
  const named = key === ' ' ? 'Space' : letter ? key.toLowerCase() : key;
  const shifted = shift && (letter || [...key].length > 1 || key === ' ');
  return `${ctrl ? 'Ctrl+' : ''}${alt ? 'Alt+' : ''}${shifted ? 'Shift+' : ''}${named}`;
}

/** Whether a text has the form of a key name, as `keyName()` returns it. For stored preferences, which may be damaged. */
export const isKeyName = (value: unknown): value is string =>
  typeof value === 'string' && /^(Ctrl\+)?(Alt\+)?(Shift\+)?([^\s\p{Lu}]|[A-Z][A-Za-z0-9]{1,23})$/u.test(value);

/** Modifiers, and keys that only begin a character. */
const MODIFIERS =
  /^(Control|Shift|Alt|AltGraph|Meta|OS|Fn|FnLock|CapsLock|NumLock|ScrollLock|Hyper|Super|Symbol|SymbolLock|Dead|Process|Compose|Unidentified)$/;

/** Whether a key can run a command. Modifiers cannot, and Tab always moves the focus. */
export const canBeBound = ({ key }: Pick<KeyPress, 'key'>): boolean => !MODIFIERS.test(key) && key !== 'Tab';
