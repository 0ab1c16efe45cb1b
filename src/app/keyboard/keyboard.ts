import { assert } from '../../lib/assert.ts';
import type { Registry } from '../../lib/registry.ts';
import type { Command, Mode } from '../command/command.ts';
import type { AppState } from '../state/state.ts';
import { bindingsOf } from './bindings.ts';
import { type KeyPress, keyName } from './key.ts';

/** Which command a key stands for. */
export interface Keyboard {
  /** The command that a key means in this state, whether it can be done or not; null where it means none. */
  commandFor(press: KeyPress, state: Pick<AppState, 'letterKeys' | 'dialog' | 'keys' | keyof ShownAs>): Command | null;
}

/** Throws at start where two commands come with the same key in the same mode. */
export function keyboardOf(commands: Registry<Command>): Keyboard {
  const atFirst = bindingsOf(commands.all, {});
  for (const { id, keys, only } of commands.all) {
    for (const key of keys) {
      const holder = atFirst.commandAt(key, only ?? null)?.id;
      assert(holder === id, `commands "${holder}" and "${id}" share the key ${key}`);
    }
  }
  return {
    commandFor(press, { letterKeys, dialog, keys, ...shownAs }) {
      const key = keyName(press);
      if (isCharacter(press) && !letterKeys) return null;
      // Space and Enter press the button that has the focus.
      if (press.focus === 'control' && (key === 'Space' || key === 'Enter')) return null;
      const { commandAt } = bindingsOf(commands.all, keys);
      const mode = modeOf(shownAs);
      const along = press.along ? commands.all.find(({ alongKeys }) => alongKeys?.includes(key)) : undefined;
      const command = (mode && commandAt(key, mode)) || commandAt(key, null) || along;
      if (!command || !fits(shownAs, command)) return null;
      if (press.focus === 'text' && !(command.inText && press.ctrl)) return null;
      // A dialog has the page's keys to itself, but for those that close it or put another in its place.
      return dialog !== null && !command.overDialog ? null : command;
    },
  };
}

type ShownAs = Pick<AppState, 'inserting' | 'presenting' | 'embedded'>;

const modeOf = ({ inserting, presenting }: ShownAs): Mode | null =>
  presenting === null ? (inserting ? 'insert' : null) : 'presentation';

/** Who looks on, in a lecture hall or on a page of somebody else, steps through a program and does not change it. */
function fits({ presenting, embedded }: ShownAs, { group, fixed }: Command): boolean {
  if (embedded) return group === 'step' || fixed === true;
  return presenting === null || (group !== 'add' && group !== 'edit');
}

/** A letter, digit or sign by itself or with Shift: what WCAG 2.1.4 wants a switch for. */
const isCharacter = ({ key, ctrl, alt }: KeyPress): boolean => !ctrl && !alt && [...key].length === 1 && key !== ' ';
