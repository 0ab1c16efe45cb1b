/** Things to do, each in a task of the browser of its own, so that none is long. */
export interface Steps {
  /** Adds one behind those that wait. */
  add(step: () => void): void;
  close(): void;
}

/** Before these all is done: whoever presses, types, copies or leaves has to do with the page as it should be by now. */
const SIGNS = [
  'keydown',
  'beforeinput',
  'compositionstart',
  'pointerdown',
  'mousedown',
  'click',
  'paste',
  'copy',
  'cut',
  'dragstart',
  'drop',
  'popstate',
  'pagehide',
  'visibilitychange',
] as const;

export function startSteps(): Steps {
  const waiting: (() => void)[] = [];
  let timer: ReturnType<typeof setTimeout> | undefined;
  const next = () => {
    timer = waiting.length > 1 ? setTimeout(next) : undefined;
    waiting.shift()?.();
  };
  const finish = () => {
    clearTimeout(timer);
    timer = undefined;
    for (let step = waiting.shift(); step; step = waiting.shift()) step();
  };
  for (const sign of SIGNS) window.addEventListener(sign, finish, true);
  return {
    add(step) {
      waiting.push(step);
      timer ??= setTimeout(next);
    },
    close() {
      clearTimeout(timer);
      for (const sign of SIGNS) window.removeEventListener(sign, finish, true);
    },
  };
}
