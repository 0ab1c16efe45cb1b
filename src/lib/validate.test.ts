import { number, object, string } from 'valibot';
import { expect, test } from 'vitest';
import { validate } from './validate.ts';

const schema = object({ name: string(), size: number('the size is not a number') });

test('validate returns valid data in the form of its schema', () => {
  expect(validate(schema, { name: 'a', size: 1, more: true })).toEqual({ ok: true, value: { name: 'a', size: 1 } });
});

test('the error is the reason of the first invalid field, otherwise that of the schema', () => {
  const reasons = { name: 'it has no name' };
  expect(validate(schema, { name: 1, size: 'x' }, reasons)).toEqual({ ok: false, error: 'it has no name' });
  expect(validate(schema, { size: 1 }, reasons)).toEqual({ ok: false, error: 'it has no name' });
  expect(validate(schema, { name: 'a', size: 'x' }, reasons)).toEqual({ ok: false, error: 'the size is not a number' });
  expect(validate(schema, null, reasons)).toMatchObject({ ok: false });
});
