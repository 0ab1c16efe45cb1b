import { beforeEach, expect, test } from 'vitest';
import { createScheduler, type Scheduler } from './scheduler.ts';

let clock: ReturnType<typeof fakeClock>;
let scheduler: Scheduler;
let log: string[];
const write = (entry: string) => () => void log.push(entry);

beforeEach(() => {
  clock = fakeClock();
  scheduler = createScheduler(clock);
  log = [];
});

/** A clock that a test advances; timers are called one by one, and idle callbacks when no timer is due. */
function fakeClock() {
  let now = 0;
  const timers = new Map<object, { readonly at: number; readonly then: () => void }>();
  const idle = new Set<{ readonly then: () => void }>();
  return {
    now: () => now,
    after(ms: number, then: () => void) {
      const key = {};
      timers.set(key, { at: now + ms, then });
      return () => void timers.delete(key);
    },
    whenIdle(then: () => void) {
      const key = { then };
      idle.add(key);
      return () => void idle.delete(key);
    },
    /** Time passes while something runs. */
    spend(ms: number) {
      now += ms;
    },
    /** Runs the next task that is due within some ms; false where there is none. */
    runTask(within = 0): boolean {
      const [next] = [...timers].filter(([, { at }]) => at <= now + within).sort(([, a], [, b]) => a.at - b.at);
      if (next) {
        timers.delete(next[0]);
        now = Math.max(now, next[1].at);
        next[1].then();
        return true;
      }
      const [first] = idle;
      if (!first) return false;
      idle.delete(first);
      first.then();
      return true;
    },
    runAll() {
      while (this.runTask());
    },
  };
}

test('deferred jobs run in the order of requests, each in a task of its own', () => {
  const [a, b] = ['a', 'b'].map((name) => scheduler.defer(write(name)));
  b?.request();
  a?.request();
  b?.request();
  expect(log).toEqual([]);
  clock.runTask();
  expect(log).toEqual(['b']);
  clock.runTask();
  expect(log).toEqual(['b', 'a']);
  expect(clock.runTask()).toBe(false);
});

test('a job can be requested again, even by itself', () => {
  const job = scheduler.defer(() => {
    log.push('run');
    if (log.length < 3) job.request();
  });
  job.request();
  clock.runAll();
  expect(log).toHaveLength(3);
  job.request();
  clock.runAll();
  expect(log).toHaveLength(4);
});

test('a canceled job does not run, and a flushed one runs once', () => {
  const canceled = scheduler.defer(write('canceled'));
  const flushed = scheduler.defer(write('flushed'));
  canceled.request();
  flushed.request();
  canceled.cancel();
  flushed.flush();
  expect(log).toEqual(['flushed']);
  clock.runAll();
  expect(log).toEqual(['flushed']);
});

test('an exception in one job stops no other, and that job can be requested again', () => {
  let isBroken = true;
  const broken = scheduler.defer(() => {
    if (isBroken) throw new Error('broken');
    log.push('mended');
  });
  const other = scheduler.defer(write('other'));
  broken.request();
  other.request();
  expect(() => clock.runTask()).toThrow('broken');
  clock.runTask();
  expect(log).toEqual(['other']);
  isBroken = false;
  broken.request();
  clock.runTask();
  expect(log).toEqual(['other', 'mended']);
});

test('an idle job waits until nothing else is due', () => {
  scheduler.whenIdle(write('idle')).request();
  scheduler.defer(write('deferred')).request();
  clock.runAll();
  expect(log).toEqual(['deferred', 'idle']);
});

/** Work of so many steps, each of which takes some ms. */
function countdown(name: string, steps: number, ms: number, options: { readonly whenIdle?: boolean } = {}) {
  let left = steps;
  return scheduler.slice({
    ...options,
    step() {
      clock.spend(ms);
      left -= 1;
      return left <= 0;
    },
    onSlice: (isComplete) => log.push(`${name} ${isComplete ? 'complete' : left}`),
  });
}

test('a slice ends after its time, and sliced and deferred jobs take turns', () => {
  countdown('a', 8, 3).request();
  countdown('b', 5, 5).request();
  clock.runTask();
  scheduler.defer(write('deferred')).request();
  clock.runAll();
  expect(log).toEqual(['a 5', 'b 3', 'a 2', 'deferred', 'b 1', 'a complete', 'b complete']);
});

test('idle slices run when other jobs are done', () => {
  countdown('idle', 2, 10, { whenIdle: true }).request();
  countdown('a', 2, 10).request();
  clock.runAll();
  expect(log).toEqual(['a 1', 'a complete', 'idle 1', 'idle complete']);
});

test('sliced work can be canceled in its callback, and continues when it is requested again', () => {
  let left = 6;
  const job = scheduler.slice({
    step() {
      clock.spend(5);
      left -= 1;
      return left === 0;
    },
    onSlice: () => job.cancel(),
  });
  job.request();
  clock.runAll();
  expect(left).toBe(4);
  job.request();
  clock.runAll();
  expect(left).toBe(2);
});

test('debounced work runs when requests stop, and at the latest after the maximum delay', () => {
  const patient = scheduler.debounce(write('patient'), { delay: 100 });
  const bounded = scheduler.debounce(write('bounded'), { delay: 100, maxDelay: 150 });
  for (let i = 0; i < 4; i++) {
    patient.request();
    bounded.request();
    clock.spend(45);
    clock.runAll();
  }
  expect(log).toEqual(['bounded']);
  clock.spend(60);
  clock.runAll();
  expect(log).toEqual(['bounded', 'patient']);
});

test('flushed debounced work runs immediately, requested or not, and a later request waits the full delay', () => {
  const job = scheduler.debounce(write('run'), { delay: 100, maxDelay: 100 });
  job.flush();
  job.request();
  clock.spend(60);
  job.flush();
  clock.runAll();
  expect(log).toHaveLength(2);
  job.request();
  clock.spend(60);
  clock.runAll();
  expect(log).toHaveLength(2);
  clock.spend(40);
  clock.runAll();
  expect(log).toHaveLength(3);
});

test('closing the scheduler flushes pending debounced work and cancels the rest', () => {
  const broken = scheduler.debounce(
    () => {
      throw new Error('broken');
    },
    { delay: 100 },
  );
  const saved = scheduler.debounce(write('saved'), { delay: 100 });
  const dropped = scheduler.defer(write('dropped'));
  for (const job of [broken, saved, dropped]) job.request();
  expect(() => scheduler.close()).toThrow('broken');
  expect(log).toEqual(['saved']);
  for (const job of [saved, dropped]) job.request();
  clock.spend(1000);
  clock.runAll();
  expect(log).toEqual(['saved']);
});

test('coalesced work runs at once, and once more in the next task for all requests in between', () => {
  const job = scheduler.coalesce(write('work'));
  for (let i = 0; i < 1000; i++) job.request();
  expect(log).toEqual(['work']);
  clock.runTask();
  expect(log).toEqual(['work', 'work']);
  clock.runAll();
  expect(log).toEqual(['work', 'work']);
  job.request();
  job.request();
  job.cancel();
  clock.runAll();
  expect(log).toHaveLength(3);
  scheduler.close();
  job.request();
  expect(log).toHaveLength(3);
});
