import type { Event, Program } from '../../engine/model.ts';
import { bodiesOf } from '../../engine/run/rows.ts';

/**
 * Returns the indent of each row (row n at index n - 1), from 0: the braces around it, and the sections and pauses that its own task
 * has opened in the same body. The notation, the call table and the page share it. An unmatched disable or resume and disabled
 * events do not change it.
 */
export function indentsOf(program: Program): readonly number[] {
  const indents: number[] = [];
  let task = 'A';
  const visit = (events: readonly Event[], base: number) => {
    const opened = new Map<string, OpenDepths>();
    let of: string | null = null;
    let open: OpenDepths = { enables: 0, pauses: 0 };
    for (const event of events) {
      if (of !== task) {
        of = task;
        open = opened.get(task) ?? { enables: 0, pauses: 0 };
        opened.set(task, open);
      }
      if (!event.off && event.kind === 'call') closeCall(open, event.helper);
      const depth = base + open.enables + open.pauses;
      indents.push(depth);
      const running = task;
      for (const body of bodiesOf(event)) {
        visit(body, depth + 1);
        indents.push(depth);
      }
      if (event.off) {
        task = running;
        continue;
      }
      if (event.kind === 'call' && event.helper === 'enable') open.enables += 1;
      if (event.kind === 'call' && event.helper === 'pause') open.pauses += 1;
      if (event.kind === 'exit') {
        opened.delete(task);
        of = null;
      }
      if (event.kind === 'switch') task = event.task;
    }
  };
  visit(program, 0);
  return indents;
}

interface OpenDepths {
  enables: number;
  pauses: number;
}

function closeCall(open: OpenDepths, helper: 'enable' | 'disable' | 'pause' | 'resume') {
  if (helper === 'disable' && open.enables > 0) open.enables -= 1;
  if (helper === 'resume' && open.pauses > 0) open.pauses -= 1;
}
