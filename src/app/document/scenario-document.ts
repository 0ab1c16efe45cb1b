import type { Scenario } from '../../content/scenario.ts';
import { scenarios } from '../../content/scenarios/index.ts';
import type { Program, Setup } from '../../engine/model.ts';
import { setupOf } from '../../engine/setup/world.ts';
import { assert } from '../../lib/assert.ts';
import { deepEqual } from '../../lib/deep-equal.ts';
import { memoLast } from '../../lib/memo.ts';
import { parseProgram } from '../../notation/text/parse.ts';
import type { Document } from '../state/state.ts';
import { createDocument } from './document.ts';
import type { OpenRequest } from './open-request.ts';

/** Opens a scenario at the row that it is about. */
export function openScenario(scenario: Scenario): OpenRequest {
  const read = parseProgram(scenario.program);
  assert(read.ok, `the program of scenario ${scenario.id} is wrong`);
  const document = createDocument(
    read.value.program,
    setupOf(scenario.setup),
    scenario.title,
    scenario.otherArchitectures,
  );
  return { document, row: scenario.row, moment: null };
}

const all = memoLast((): readonly OpenRequest[] => scenarios.all.map(openScenario));

/** The title of the scenario with this program and setup; null if there is none. */
export function scenarioTitle(program: Program, setup: Setup): string | null {
  const found = all().find(({ document }) => deepEqual(document.program, program) && deepEqual(document.setup, setup));
  return found?.document.title ?? null;
}

/** The scenario with a document's title and text, under any setup; null if the person has edited it. */
export function unchangedScenario({ title, text }: Pick<Document, 'title' | 'text'>): Scenario | null {
  const n = scenarios.all.findIndex((scenario) => scenario.title === title);
  return all()[n]?.document.text === text ? (scenarios.all[n] ?? null) : null;
}

/** The title to display. An edited scenario says that it is no longer what its title says. */
export const displayTitle = (document: Pick<Document, 'title' | 'text'>): string | null =>
  isScenarioTitle(document.title) && !unchangedScenario(document) ? `Edited: ${document.title}` : document.title;

export const isScenarioTitle = (title: string | null): boolean =>
  scenarios.all.some((scenario) => scenario.title === title);
