import { assert } from '../lib/assert.ts';
import type { Registry } from '../lib/registry.ts';
import { bindingsOf } from './bindings.ts';
import type { Command } from './command.ts';
import { type KeyPress, keyName } from './key.ts';
import type { AppState } from './state.ts';

/** Which command a key stands for. */
export interface Keyboard {
  /** The command that a key means in this state, whether it can be done or not; null where it means none. */
  commandFor(press: KeyPress, state: Pick<AppState, 'inserting' | 'letterKeys' | 'dialog' | 'keys'>): Command | null;
}

/** Throws at start where two commands come with the same key in the same mode. */
export function keyboardOf(commands: Registry<Command>): Keyboard {
  const atFirst = bindingsOf(commands.all, {});
  for (const { id, keys, insertOnly } of commands.all) {
    for (const key of keys) {
      const holder = atFirst.commandAt(key, insertOnly === true)?.id;
      assert(holder === id, `commands "${holder}" and "${id}" share the key ${key}`);
    }
  }
  return {
    commandFor(press, { inserting, letterKeys, dialog, keys }) {
      const key = keyName(press);
      if (isCharacter(press) && !letterKeys) return null;
      // Space and Enter press the button that has the focus.
      if (press.focus === 'control' && (key === 'Space' || key === 'Enter')) return null;
      const { commandAt } = bindingsOf(commands.all, keys);
      const command = (inserting && commandAt(key, true)) || commandAt(key, false);
      if (command && press.focus === 'text' && !(command.inText && press.ctrl)) return null;
      // A dialog has the page's keys to itself, but for those that close it or put another in its place.
      return command && dialog !== null && !command.overDialog ? null : command;
    },
  };
}

/** A letter, digit or sign by itself or with Shift: what WCAG 2.1.4 wants a switch for. */
const isCharacter = ({ key, ctrl, alt }: KeyPress): boolean => !ctrl && !alt && [...key].length === 1 && key !== ' ';
