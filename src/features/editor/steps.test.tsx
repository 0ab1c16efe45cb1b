import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { type Steps, startSteps } from './steps.ts';

let steps: Steps;
let done: string[];
const step = (name: string) => () => void done.push(name);

beforeEach(() => {
  vi.useFakeTimers();
  steps = startSteps();
  done = [];
});

afterEach(() => {
  steps.close();
  vi.useRealTimers();
});

test('each step has a task of its own, in their order', () => {
  steps.add(step('one'));
  steps.add(step('two'));
  expect(done).toEqual([]);
  vi.advanceTimersToNextTimer();
  expect(done).toEqual(['one']);
  vi.advanceTimersToNextTimer();
  expect(done).toEqual(['one', 'two']);
  steps.add(step('three'));
  vi.advanceTimersToNextTimer();
  expect(done).toEqual(['one', 'two', 'three']);
});

test.each(['keydown', 'pointerdown', 'pagehide'])('before a %s all is done, also what a step adds', (sign) => {
  steps.add(() => steps.add(step('added')));
  steps.add(step('two'));
  window.dispatchEvent(new Event(sign));
  expect(done).toEqual(['two', 'added']);
  vi.runAllTimers();
  expect(done).toEqual(['two', 'added']);
});

test('a step that throws keeps none of the others back', () => {
  steps.add(() => {
    throw new Error('broken');
  });
  steps.add(step('two'));
  expect(() => vi.advanceTimersToNextTimer()).toThrow('broken');
  vi.advanceTimersToNextTimer();
  expect(done).toEqual(['two']);
});

test('when it is closed nothing more is done', () => {
  steps.add(step('one'));
  steps.close();
  window.dispatchEvent(new Event('keydown'));
  vi.runAllTimers();
  expect(done).toEqual([]);
});
