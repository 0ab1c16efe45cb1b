import { DropdownMenu } from 'radix-ui';
import { selectShownFindings } from '../../app/navigation/finding-list.ts';
import { findingsIn, selectKinds } from '../../app/navigation/findings.ts';
import { CommandButton } from '../../components/CommandButton.tsx';
import { useActions, useApp } from '../../components/hooks/context.ts';
import { Icon } from '../../components/Icon.tsx';
import { MenuFrame } from '../../components/menu/MenuFrame.tsx';
import { Panel } from '../../components/Panel.tsx';
import { InlineSign } from '../../components/svg/Sign.tsx';
import { type FindingKind, KIND_WORDS } from '../../layout/finding-kind.ts';
import { countOf } from '../../lib/phrases.ts';
import { FindingCard } from './FindingCard.tsx';

/** Cards that are drawn; the keys for the next and the previous finding reach the others. */
const MOST = 50;

/** What broke in the whole run, in the order of time. Loaded by itself, so that the page stands sooner. */
export default function Findings() {
  const count = useApp(selectKinds).reduce((sum, kind) => sum + kind.count, 0);
  return (
    <Panel title="Findings" className="findings" aside={<Count count={count} />}>
      <Kinds />
      {count === 0 ? <Nothing /> : <Cards />}
      <Elsewhere />
    </Panel>
  );
}

/** What there is of each kind, and the way there; there is nothing to choose among one. */
function Kinds() {
  const kinds = useApp(selectKinds);
  const muted = useApp((state) => state.muted);
  if (!severalKinds(kinds, muted)) return null;
  return (
    <fieldset className="findings-kinds" aria-label="Go to a finding">
      {kinds.map(({ kind, count }) => (
        <Kind key={kind} kind={kind} count={count} passedOver={muted.includes(kind)} />
      ))}
    </fieldset>
  );
}

function Kind({ kind, count, passedOver }: { kind: FindingKind; count: number; passedOver: boolean }) {
  const { perform } = useActions();
  const tip = passedOver ? 'go to the next one; they are not listed' : 'go to the next one';
  return (
    <button
      type="button"
      className="button findings-kind"
      data-passed-over={passedOver || undefined}
      data-tip={tip}
      aria-description={tip}
      onClick={() => perform('next-of-kind', { choice: kind })}
    >
      <InlineSign kind={kind} />
      {KIND_WORDS[kind]} <span className="numbers">{count}</span>
    </button>
  );
}

const severalKinds = (kinds: ReturnType<typeof selectKinds>, muted: readonly FindingKind[]) =>
  kinds.length > 1 || kinds.some(({ kind }) => muted.includes(kind));

function Nothing() {
  const whole = useApp((state) => state.trace.whole);
  return <p className="nothing">{whole ? 'No check fires and no rule breaks.' : 'The run goes on.'}</p>;
}

/** What broke on the other architectures that are shown, and the way there. */
function Elsewhere() {
  const trace = useApp((state) => state.trace);
  const shown = useApp((state) => state.shown);
  const running = useApp((state) => state.running);
  const { showFinding } = useActions();
  const others = shown.flatMap((one) => {
    const count = one === trace || running ? 0 : findingsIn(one);
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
    <KindMenu />
    <CommandButton command="previous-finding" icon="up" className="button-bare" />
    <CommandButton command="next-finding" icon="chevron" className="button-bare" />
  </span>
);

/** Which kinds are listed. */
function KindMenu() {
  const { perform } = useActions();
  const kinds = useApp(selectKinds);
  const muted = useApp((state) => state.muted);
  if (!severalKinds(kinds, muted)) return null;
  const listed = kinds.filter(({ kind }) => !muted.includes(kind)).length;
  const label = listed === kinds.length ? 'all kinds' : `${listed} of ${kinds.length} kinds`;
  return (
    <MenuFrame label={label} name={`listed: ${label}`}>
      {kinds.map(({ kind, count }) => (
        <DropdownMenu.CheckboxItem
          key={kind}
          className="menu-item"
          checked={!muted.includes(kind)}
          onCheckedChange={() => perform('findings-of', { choice: kind })}
          onSelect={(event) => event.preventDefault()}
        >
          <DropdownMenu.ItemIndicator className="menu-tick">
            <Icon name="check" />
          </DropdownMenu.ItemIndicator>
          {KIND_WORDS[kind]}
          <span className="menu-note">{count} of them</span>
        </DropdownMenu.CheckboxItem>
      ))}
    </MenuFrame>
  );
}

function Cards() {
  const { items, more } = useApp(selectShownFindings);
  const slot = useApp((state) => state.cursor.slot);
  const here = items.findIndex((item) => item.slot >= slot);
  const from = Math.max(0, Math.min(here < 0 ? items.length : here, items.length - MOST));
  const first = items.length <= MOST ? 0 : from;
  const shown = items.slice(first, first + MOST);
  const rest = items.length + more - shown.length;
  if (items.length === 0) return <p className="nothing">All kinds are passed over.</p>;
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
