import { run } from '../engine/run.ts';
import { prepare } from '../engine/world.ts';
import type { Discovery, Inquiry } from '../explore/inquiry.ts';
import { setupText } from '../explore/words.ts';
import { assert } from '../lib/assert.ts';
import { documentOf } from './document.ts';
import type { Opening } from './opening.ts';

/** The program that was found, as a document of its own, at the statement where it shows. */
export function openingOf({ setup, about }: Inquiry, { program, slot, moment, finding, length }: Discovery): Opening {
  const world = prepare(setup);
  assert(world.ok, 'what was searched was possible');
  const row = slot < 0 ? 0 : run(world.value, program).rowAt(slot).number;
  return { document: documentOf(program, setup, titleOf()), row, moment };

  function titleOf(): string {
    const where = setupText(setup);
    if (about.kind === 'differ') return `found: ${where} differs from ${setupText(about.other)}`;
    if (!finding) return `found: a described state in ${where}`;
    const { rule, sub } = finding;
    return `found: ${rule}${sub === null ? '' : `.${sub}`} in ${where}, after ${length}`;
  }
}
