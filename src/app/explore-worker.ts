/**
 * Runs in a worker of its own, so that the page answers while it searches. It is sent one piece of work and ends with one word
 * that is not progress.
 */
import { inquire } from '../explore/inquiry.ts';
import type { Progress } from '../explore/space.ts';
import type { Told, Work } from './worker-talk.ts';

/** Between two words of progress, in ms. */
const QUIET = 100;

const tell = (told: Told) => postMessage(told);

addEventListener('message', ({ data }: MessageEvent<Work>) => {
  const began = performance.now();
  let said = began;
  const progress = (found: Progress) => {
    const now = performance.now();
    if (now - said < QUIET) return;
    said = now;
    tell({ kind: 'progress', ...found, ms: now - began });
  };
  try {
    const reply = inquire(data.inquiry, { progress });
    if (reply.ok) tell({ kind: 'reply', reply: reply.value, ms: performance.now() - began });
    else tell({ kind: 'refused', why: reply.error });
  } catch (thrown) {
    tell({ kind: 'failed', message: thrown instanceof Error ? thrown.message : String(thrown) });
  }
});
