import { assert } from '../lib/assert.ts';
import type { Registry } from '../lib/registry.ts';
import type { Command } from './command.ts';
import { type KeyPress, keyName } from './key.ts';
import type { AppState } from './state.ts';

/** Which command a key stands for. */
export interface Keyboard {
  /** The command that a key means in this state, whether it can be done or not; null where it means none. */
  commandFor(press: KeyPress, state: Pick<AppState, 'inserting' | 'letterKeys' | 'dialog'>): Command | null;
}

/** Throws at start where two commands ask for the same key in the same mode. */
export function keyboardOf(commands: Registry<Command>): Keyboard {
  const byKey = new Map<string, Command>();
  for (const command of commands.all) {
    for (const key of command.keys) {
      const place = placeOf(command.insertOnly === true, key);
      assert(!byKey.has(place), `commands "${byKey.get(place)?.id}" and "${command.id}" share the key ${key}`);
      byKey.set(place, command);
    }
  }
  return {
    commandFor(press, { inserting, letterKeys, dialog }) {
      const key = keyName(press);
      if (isCharacter(press) && !letterKeys) return null;
      // Space and Enter press the button that has the focus.
      if (press.focus === 'control' && (key === 'Space' || key === 'Enter')) return null;
      const command = (inserting && byKey.get(placeOf(true, key))) || byKey.get(placeOf(false, key)) || null;
      if (command && press.focus === 'text' && !(command.inText && press.ctrl)) return null;
      // A dialog has the page's keys to itself, but for those that close it or put another in its place.
      return command && dialog !== null && !CLOSING.includes(command.id) ? null : command;
    },
  };
}

const CLOSING: readonly string[] = ['leave', 'help', 'modelled', 'compare', 'picture'];

const placeOf = (insertOnly: boolean, key: string) => `${insertOnly ? 'insert' : 'any'} ${key}`;

/** A letter, digit or sign by itself or with Shift: what WCAG 2.1.4 wants a switch for. */
const isCharacter = ({ key, ctrl, alt }: KeyPress): boolean => !ctrl && !alt && [...key].length === 1 && key !== ' ';
