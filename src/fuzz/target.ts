import { assert } from '../lib/assert.ts';
import type { Random } from '../lib/random.ts';
import type { Result } from '../lib/result.ts';
import type { Diagnostic } from '../lib/source.ts';
import { LIMITS } from '../notation/text/limits.ts';
import type { Shape } from './shape.ts';

/** A reader of untrusted input. */
export interface FuzzTarget {
  /** Its share of all inputs. */
  readonly weight: number;
  draw(random: Random): Shape;
  /** Reads an input, and throws if anything other than a value or a typed error comes of it. */
  read(text: string): void | Promise<void>;
}

const MAX_MESSAGE = 600;

/** Asserts that a typed error says something, not too much of it, and at a place that exists. */
export function checkErrors(read: Result<unknown, readonly Diagnostic[]>, length: number): void {
  if (read.ok) return;
  assert(read.error.length > 0 && read.error.length <= LIMITS.diagnostics, `${read.error.length} errors`);
  for (const { span, message } of read.error) {
    assert(message !== '' && message.length <= MAX_MESSAGE, `a message has ${message.length} characters`);
    assert(span.start >= 0 && span.start <= span.end, `a span goes from ${span.start} to ${span.end}`);
    assert(span.end <= Math.max(1, length), `a span ends at ${span.end} of ${length} characters`);
    assert(span.line >= 1 && span.column >= 1, `a span is at ${span.line}:${span.column}`);
  }
}

/** Asserts that a message is one clause that a person can read. */
export function checkReason(read: Result<unknown, string>): void {
  // A link lists what is wrong with each part.
  if (!read.ok)
    assert(read.error !== '' && read.error.length <= LIMITS.diagnostics * MAX_MESSAGE, read.error.slice(0, 99));
}
