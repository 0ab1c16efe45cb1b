import { number, object, string } from 'valibot';
import { expect, test } from 'vitest';
import { validate } from './validate.ts';

const schema = object({ name: string(), size: number('the size is not a number') });

test('valid data comes out as its schema has it', () => {
  expect(validate(schema, { name: 'a', size: 1, more: true })).toEqual({ ok: true, value: { name: 'a', size: 1 } });
});

test('the error is the reason of the first field that is wrong, else that of the schema', () => {
  const reasons = { name: 'it has no name' };
  expect(validate(schema, { name: 1, size: 'x' }, reasons)).toEqual({ ok: false, error: 'it has no name' });
  expect(validate(schema, { size: 1 }, reasons)).toEqual({ ok: false, error: 'it has no name' });
  expect(validate(schema, { name: 'a', size: 'x' }, reasons)).toEqual({ ok: false, error: 'the size is not a number' });
  expect(validate(schema, null, reasons)).toMatchObject({ ok: false });
});
