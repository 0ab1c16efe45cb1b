import { findingsIn, selectFindings } from '../../app/findings.ts';
import { countOf } from '../../layout/events.ts';
import { useActions, useApp } from '../context.ts';
import { CommandButton } from '../parts/CommandButton.tsx';
import { Panel } from '../parts/Panel.tsx';
import { FindingCard } from './FindingCard.tsx';

/** Cards that are drawn; the keys for the next and the previous finding reach the others. */
const MOST = 50;

/** What broke in the whole run, in the order of time. */
export function FindingsPanel() {
  const { items, more } = useApp(selectFindings);
  return (
    <Panel title="Findings" className="findings" aside={<Count count={items.length + more} />}>
      {items.length === 0 ? <p className="nothing">No check fires and no rule breaks.</p> : <Cards />}
      <Elsewhere />
    </Panel>
  );
}

/** What broke on the other architectures that are shown, and the way there. */
function Elsewhere() {
  const trace = useApp((state) => state.trace);
  const shown = useApp((state) => state.shown);
  const { showFinding } = useActions();
  const others = shown.flatMap((one) => {
    const count = one === trace ? 0 : findingsIn(one);
    return count === 0 ? [] : [{ ...one.setup, title: one.world.backend.title, count }];
  });
  return others.map(({ title, backend, era, count }) => (
    <button
      key={`${backend} ${era}`}
      type="button"
      className="button findings-elsewhere"
      onClick={() => showFinding({ backend, era })}
    >
      {countOf(count, 'finding')} on {title} {era}
    </button>
  ));
}

const Count = ({ count }: { count: number }) => (
  <span className="panel-note findings-tools">
    <span className="numbers">{count}</span>
    <CommandButton command="previous-finding" icon="up" className="button-bare" />
    <CommandButton command="next-finding" icon="chevron" className="button-bare" />
  </span>
);

function Cards() {
  const { items, more } = useApp(selectFindings);
  const slot = useApp((state) => state.cursor.slot);
  const here = items.findIndex((item) => item.slot >= slot);
  const from = Math.max(0, Math.min(here < 0 ? items.length : here, items.length - MOST));
  const first = items.length <= MOST ? 0 : from;
  const shown = items.slice(first, first + MOST);
  const rest = items.length + more - shown.length;
  return (
    <>
      <ul className="findings-list">
        {shown.map((item) => (
          <li
            key={`${item.slot}.${item.finding.rule}.${item.finding.sub}.${item.finding.statement}.${item.finding.clause}`}
          >
            <FindingCard item={item} current={item.slot === slot} />
          </li>
        ))}
      </ul>
      {rest > 0 && <p className="nothing">and {rest} more, at other rows</p>}
    </>
  );
}
