import { expect, test } from 'vitest';
import { tornOutline } from './torn-outline.ts';

test('a box has torn edges on its open sides and straight ones on the others', () => {
  const outline = (open: 'left' | 'right' | 'both') => tornOutline({ x: 10, y: 20, width: 40, height: 12, open });
  expect(outline('right')).toBe('M10 20h40l-3 3l3 3l-3 3l3 3H10z');
  expect(outline('left')).toBe('M10 20h40v12H10l3-3l-3-3l3-3l-3-3z');
  expect(outline('both')).toBe('M10 20h40l-3 3l3 3l-3 3l3 3H10l3-3l-3-3l3-3l-3-3z');
});
