import { rowIndexOf } from '../../engine/run/row-index.ts';
import { countOf } from '../../lib/phrases.ts';
import { unchangedScenario } from '../document/scenario-document.ts';
import type { DocumentSnapshot } from '../state/stored-document.ts';

type Described = Pick<DocumentSnapshot, 'document'>;

/** Whether a document is more than an unchanged scenario, which needs no saving: the list of scenarios has it. */
export const isOwnWork = ({ document }: Described): boolean => unchangedScenario(document) === null;

/** A title for a document that may have none. */
export const titleOfSnapshot = ({ document }: Described): string => document.title ?? firstWords(document.text);

/** `v6, arm64 7.0, 12 events`, and the beginning of a program that has a title. */
export function describeSnapshot({ document: { setup, program, text, title } }: Described): string {
  const events = countOf(rowIndexOf(program).length, 'event');
  const beginning = title === null || text.trim() === '' ? '' : `: ${firstWords(text)}`;
  return `${setup.revision}, ${setup.backend} ${setup.era}, ${events}${beginning}`;
}

const MAX_WORDS_LENGTH = 60;

function firstWords(text: string): string {
  const words = text
    .trim()
    .split(/\s*[\n;]\s*/)
    .filter((line) => line !== '');
  const beginning = words.slice(0, 4).join('; ') + (words.length > 4 ? ' …' : '');
  return beginning.length > MAX_WORDS_LENGTH ? `${beginning.slice(0, MAX_WORDS_LENGTH - 1)}…` : beginning;
}
