import type { Event } from '../../engine/model.ts';
import { isSilent, lengthOf } from '../../engine/run/rows.ts';
import { findRevision } from '../../engine/setup/world.ts';
import { err, ok, type Result } from '../../lib/result.ts';
import { readAny } from '../../notation/read-any.ts';
import type { Callers } from './scope.ts';

/** Parses a word of the alphabet: one event without a block; `bh` stands for both off and on. */
export function parseAlphabetWord(word: string): Result<readonly Event[], string> {
  const read = readAny(word === 'bh' ? 'bh off; bh on' : word);
  const expected = 'one event without a block, or irq, softirq or switch';
  if (!read.ok) {
    const first = read.error.diagnostics[0];
    return err(`cannot contain "${word}": ${first?.message ?? 'it is not an event'} (expected ${expected})`);
  }
  const { program } = read.value;
  const plain = program.every((event) => !isSilent(event) && lengthOf([event]) === 1 && isPlain(event));
  const count = word === 'bh' ? 2 : 1;
  if (!plain || program.length !== count) return err(`cannot contain "${word}" (expected ${expected})`);
  return ok(program);
}

const isPlain = ({ kind }: Event) => kind !== 'irq' && kind !== 'softirq' && kind !== 'switch';

/** Calls legal in a revision, by its id or an alias; null if there is no such revision. */
export function legalCallers(name: string): Callers | null {
  const revision = findRevision(name);
  return revision ? { legal: revision.id } : null;
}
