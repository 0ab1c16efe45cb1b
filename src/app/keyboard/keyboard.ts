import { assert } from '../../lib/assert.ts';
import type { Registry } from '../../lib/registry.ts';
import type { Command, Mode } from '../command/command.ts';
import type { AppState } from '../state/state.ts';
import { bindingsOf } from './bindings.ts';
import { type KeyPress, keyName } from './key.ts';

/** Finds the command of a pressed key. */
export interface Keyboard {
  /** The command that a key runs in this state, whether it is possible or not; null if there is none. */
  commandFor(
    press: KeyPress,
    state: Pick<AppState, 'letterKeys' | 'dialog' | 'keys' | keyof DisplayModes>,
  ): Command | null;
}

/** Creates the keyboard. Throws if two commands have the same default key in the same mode. */
export function createKeyboard(commands: Registry<Command>): Keyboard {
  const defaults = bindingsOf(commands.all, {});
  for (const { id, keys, only } of commands.all) {
    for (const key of keys) {
      const holder = defaults.commandAt(key, only ?? null)?.id;
      assert(holder === id, `commands "${holder}" and "${id}" share the key ${key}`);
    }
  }
  return {
    commandFor(press, { letterKeys, dialog, keys, ...modes }) {
      const key = keyName(press);
      if (isCharacter(press) && !letterKeys) return null;
      // Space and Enter press the button that has the focus.
      if (press.focus === 'control' && (key === 'Space' || key === 'Enter')) return null;
      const { commandAt } = bindingsOf(commands.all, keys);
      const mode = modeOf(modes);
      const inTimeline = press.inTimeline
        ? commands.all.find(({ timelineKeys }) => timelineKeys?.includes(key))
        : undefined;
      const command = (mode && commandAt(key, mode)) || commandAt(key, null) || inTimeline;
      if (!command || !isAllowed(modes, command)) return null;
      if (press.focus === 'text' && !(command.inText && press.ctrl)) return null;
      // Behind a dialog, only the keys that close or replace it work.
      return dialog !== null && !command.overDialog ? null : command;
    },
  };
}

type DisplayModes = Pick<AppState, 'inserting' | 'presenting' | 'embedded'>;

const modeOf = ({ inserting, presenting }: DisplayModes): Mode | null =>
  presenting === null ? (inserting ? 'insert' : null) : 'presentation';

/** A presentation and an embedded page can be stepped through, not edited. */
function isAllowed({ presenting, embedded }: DisplayModes, { group, fixed }: Command): boolean {
  if (embedded) return group === 'step' || fixed === true;
  return presenting === null || (group !== 'add' && group !== 'edit');
}

/** A letter, digit or symbol by itself or with Shift, for which WCAG 2.1.4 requires a switch. */
const isCharacter = ({ key, ctrl, alt }: KeyPress): boolean => !ctrl && !alt && [...key].length === 1 && key !== ' ';
