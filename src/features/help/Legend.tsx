import { InlineSign } from '../../components/svg/Sign.tsx';
import type { Mark } from '../../layout/scene.ts';

/** What the signs of the drawing mean, in the order of its lanes. */
const MEANINGS: readonly (readonly [kind: Mark['kind'], means: string])[] = [
  ['enter', 'arch_enter(): from here on the architecture may hold updates back'],
  ['flush', 'arch_flush(): what is held back goes out, the mode stays'],
  ['leave', 'arch_leave(): what is held back goes out, and the mode ends'],
  ['no-callback', 'the call calls none of the three'],
  ['held', 'an update is held back'],
  ['out', 'what was held back goes out'],
  ['at-once', 'an update takes effect at once'],
  ['tlb', 'old translations are thrown away'],
  ['fault', 'an access faults'],
  ['bug', 'BUG: the kernel stops the task'],
  ['warning', 'WARN: a check of the kernel itself prints a warning'],
  ['rule', 'RULE: a rule of the interface breaks, and no check of the kernel stands for it'],
  ['hazard', 'HAZARD: an access meets what is still held back'],
  ['note', 'NOTE: correct, and worth knowing: a batch is cut short, another task is flushed for'],
  ['silent-check', 'a check that holds and prints nothing: it has printed before, or checks are off'],
];

/** The drawing explained, for who sees it for the first time. */
export const Legend = () => (
  <section className="legend" aria-labelledby="legend-title">
    <h3 id="legend-title">How to read the drawing</h3>
    <p>
      Each column is one event of the program, in time from left to right; the lit one is where you are. A green box is
      a section that somebody opened, hatching is a pause, dashes are calls that had no effect; what has a torn edge
      goes on beyond it, or is still open where the run ends. The counters and <i>active</i> are the task's own state.
      Below a callback stand the counters as the architecture saw them, in the order of the lane's name.
    </p>
    <ul>
      {MEANINGS.map(([kind, means]) => (
        <li key={kind}>
          <InlineSign kind={kind} />
          {means}
        </li>
      ))}
    </ul>
  </section>
);
