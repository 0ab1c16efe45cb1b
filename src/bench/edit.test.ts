import { expect, test } from 'vitest';
import { createEditSubjects } from './documents.ts';
import { measureEdits } from './edit.ts';
import { defaultWorld } from './our-run.ts';
import { reportEdits } from './report.ts';

test.each(createEditSubjects(3000))('an edit of $title gives the same run as starting over', (document) => {
  expect(document.program).toHaveLength(3000);
  const lines = measureEdits(defaultWorld(), document, 1);
  expect(lines.map(({ agrees }) => agrees)).toEqual([true, true]);
  expect(reportEdits(lines)).toContain(`${document.title}: insert`);
});
