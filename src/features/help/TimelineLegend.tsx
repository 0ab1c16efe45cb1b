import { InlineSign } from '../../components/svg/SignGlyph.tsx';
import type { Mark } from '../../layout/scene.ts';

/** Meaning of the timeline's signs, in the order of its lanes. */
const MEANINGS: readonly (readonly [kind: Mark['kind'], means: string])[] = [
  ['enter', 'arch_enter(): from here on the architecture may defer updates'],
  ['flush', 'arch_flush(): pending updates are carried out; the mode stays active'],
  ['leave', 'arch_leave(): pending updates are carried out, and the mode ends'],
  ['no-callback', 'the call invokes no callback'],
  ['deferred', 'an update is deferred'],
  ['flushed', 'pending updates are carried out'],
  ['immediate', 'an update takes effect immediately'],
  ['tlb', 'old translations are invalidated'],
  ['fault', 'an access faults'],
  ['bug', 'BUG: the kernel stops the task'],
  ['warning', 'WARN: a kernel check prints a warning'],
  ['rule', 'RULE: a rule of the interface is broken, and no kernel check covers it'],
  ['hazard', 'HAZARD: an access happens while an update is pending'],
  ['note', 'NOTE: correct, but worth knowing: a batch is cut short, or another task is flushed'],
  ['silent-check', 'a check fires but prints nothing: it has already printed once, or checks are off'],
];

/** Explains how to read the timeline. */
export const TimelineLegend = () => (
  <section className="legend" aria-labelledby="legend-title">
    <h3 id="legend-title">How to read the timeline</h3>
    <p>
      Each column is one event of the program; time runs from left to right, and the highlighted column is the playhead.
      A green box is a section, hatching is a pause, dashes are calls without effect. A torn edge means that a box
      continues beyond the view, or is still open when the run ends. The counters and <i>active</i> are the task's own
      state. The numbers below a callback are the counters that it saw, in the order of the lanes above.
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
