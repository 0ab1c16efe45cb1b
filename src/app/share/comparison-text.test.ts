import { expect, test } from 'vitest';
import { LOCAL, PUBLIC, stateOf } from '../testing.ts';
import { comparisonText } from './comparison-text.ts';

test('the text of a comparison has the link and reports the rows that it omits', () => {
  expect(comparisonText(stateOf('enable; disable'), PUBLIC)).toContain('[1] https://host.example/#1/v6/arm64-7.0/ED/0');
  expect(comparisonText(stateOf('enable; disable'), LOCAL)).toContain('[1] #1/v6/arm64-7.0/ED/0');
  expect(comparisonText(stateOf('repeat 900 { enable; disable }'), PUBLIC)).toMatch(/^The first 1000 of 1800 rows\.\n/);
});
