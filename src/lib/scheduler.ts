/** Time, timers and idle periods, as far as the scheduler needs them. Each callback is called in a task of its own. */
export interface SchedulerClock {
  /** In ms; only differences count. */
  now(): number;
  /** Calls back once after so many ms; returns what prevents that. */
  after(ms: number, then: () => void): () => void;
  /** Calls back once when there is nothing else to do; returns what prevents that. */
  whenIdle(then: () => void): () => void;
}

/** Work that can be requested again and again; requests that come before it runs are one. */
export interface Job {
  request(): void;
  cancel(): void;
}

export interface FlushableJob extends Job {
  /** Runs the work at once, requested or not, in place of a pending request. */
  flush(): void;
}

interface SlicedWork {
  /** Does a small part of the work; true when nothing is left. */
  step(): boolean;
  /** Called after each slice, to publish what has been done so far. */
  onSlice(isComplete: boolean): void;
  /** Waits for idle periods instead of taking turns with other jobs. */
  readonly whenIdle?: boolean;
}

interface Delays {
  /** Ms from the last request. */
  readonly delay: number;
  /** Ms from the first request, however many follow it. Without a maximum, requests can postpone the work for ever. */
  readonly maxDelay?: number;
}

/**
 * Decides when deferred work runs. Each job runs in a task of its own, in the order of requests: tasks stay short, and a job
 * that throws does not stop the others.
 */
export interface Scheduler {
  /** Runs work in the next task. */
  defer(work: () => void): FlushableJob;
  /** Runs work when requests have stopped for a while, or after the maximum delay. */
  debounce(work: () => void, delays: Delays): FlushableJob;
  /** Runs work at once, then at most once per task: requests that come in between are one. For bursts of events from outside. */
  coalesce(work: () => void): FlushableJob;
  /** Runs work when the page is idle. */
  whenIdle(work: () => void): Job;
  /** Runs long work in slices of a few ms, so that other jobs and input take turns with it. */
  slice(work: SlicedWork): Job;
  /** Flushes pending debounced work and cancels all other. Later requests do nothing. */
  close(): void;
}

/** Input that arrives during a slice waits no longer than this. */
const SLICE_MS = 8;

export function createScheduler(clock: SchedulerClock): Scheduler {
  /** What ends each pending job when the scheduler closes. */
  const pending = new Map<object, () => void>();
  let isClosed = false;

  /** Creates a job whose work runs when the timer that `arm` starts fires. Each request restarts the timer of a debounced job. */
  function createJob(
    work: () => void,
    arm: (run: () => void) => () => void,
    { isDebounced = false } = {},
  ): FlushableJob {
    const key = {};
    let disarm: (() => void) | null = null;
    const cancel = () => {
      disarm?.();
      disarm = null;
      pending.delete(key);
    };
    const flush = () => {
      cancel();
      work();
    };
    return {
      request() {
        if (isClosed || (disarm && !isDebounced)) return;
        disarm?.();
        pending.set(key, isDebounced ? flush : cancel);
        disarm = arm(flush);
      },
      cancel,
      flush,
    };
  }

  const nextTask = (run: () => void) => clock.after(0, run);
  const idlePeriod = (run: () => void) => clock.whenIdle(run);

  return {
    defer: (work) => createJob(work, nextTask),
    whenIdle: (work) => createJob(work, idlePeriod),
    debounce(work, { delay, maxDelay = Number.POSITIVE_INFINITY }) {
      let deadline: number | null = null;
      const arm = (run: () => void) => {
        deadline ??= clock.now() + maxDelay;
        return clock.after(Math.max(0, Math.min(delay, deadline - clock.now())), run);
      };
      const reset = () => {
        deadline = null;
      };
      const run = () => {
        reset();
        work();
      };
      const job = createJob(run, arm, { isDebounced: true });
      return {
        ...job,
        cancel() {
          job.cancel();
          reset();
        },
      };
    },
    coalesce(work) {
      let isRepeated = false;
      let isResting = false;
      const rest = createJob(() => {
        isResting = false;
        if (isRepeated) run();
      }, nextTask);
      const run = () => {
        if (isClosed) return;
        isRepeated = false;
        isResting = true;
        rest.request();
        work();
      };
      return {
        request() {
          if (isResting) isRepeated = true;
          else run();
        },
        cancel() {
          isRepeated = false;
        },
        flush: run,
      };
    },
    slice({ step, onSlice, whenIdle = false }) {
      const runSlice = () => {
        const until = clock.now() + SLICE_MS;
        let isComplete = step();
        while (!isComplete && clock.now() < until) isComplete = step();
        // Before the callback, so that it can cancel the rest.
        if (!isComplete) job.request();
        onSlice(isComplete);
      };
      const job = createJob(runSlice, whenIdle ? idlePeriod : nextTask);
      return job;
    },
    close() {
      isClosed = true;
      const errors: unknown[] = [];
      for (const end of [...pending.values()]) {
        try {
          end();
        } catch (error) {
          errors.push(error);
        }
      }
      if (errors.length > 0) throw errors[0];
    },
  };
}
