import { expect, test } from 'vitest';
import { decodeText, encodeText } from './text-code.ts';

test.each([
  ['', ''],
  ['Who 1st', 'Who_1st'],
  ['a  b - c', 'a__b_-_c'],
  ['blank at the end ', 'blank_at_the_end~220'],
  ['dash at the end-', 'dash_at_the_end~22d'],
  ['- -', '-_~22d'],
  ['a.b', 'a~22eb'],
  ['_~', '~25f~27e'],
  ['\n', '~1a'],
  ['é\u{1f600}\u{10ffff}', '~2e9~51f600~610ffff'],
  ['\ud7ff\ue000', '~4d7ff~4e000'],
])('the text %j is written as %s', (text, code) => {
  expect(encodeText(text)).toBe(code);
  expect(decodeText(code)).toEqual({ ok: true, value: text });
});

test.each([
  ['a.b', 1],
  ['ab~', 2],
  ['ab~2', 2],
  ['ab~2e', 2],
  ['ab~0', 2],
  ['ab~71234567', 2],
  ['ab~2E9', 2],
  ['ab~6110000', 2],
  ['~4d800', 0],
  ['~4dfff', 0],
  ['~161~2zz', 4],
])('the code %s is invalid from character %i on', (code, at) => {
  expect(decodeText(code)).toEqual({ ok: false, error: at });
});
