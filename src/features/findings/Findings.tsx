import { DropdownMenu } from 'radix-ui';
import { selectListedFindings } from '../../app/navigation/finding-list.ts';
import { selectKinds, summarizeFindings } from '../../app/navigation/findings.ts';
import { CommandButton } from '../../components/CommandButton.tsx';
import { useActions, useApp } from '../../components/hooks/context.ts';
import { Icon } from '../../components/Icon.tsx';
import { MenuFrame } from '../../components/menu/MenuFrame.tsx';
import { Panel } from '../../components/Panel.tsx';
import { InlineSign } from '../../components/svg/SignGlyph.tsx';
import { type FindingKind, KIND_WORDS, problemsInWords } from '../../layout/finding-kind.ts';
import { FindingCard } from './FindingCard.tsx';

/** Cards that are drawn; the keys for the next and previous problem reach the others. */
const MAX_CARDS = 50;

/** The problems and notes of the whole run, in time order. */
export default function Findings() {
  const kinds = useApp(selectKinds);
  const notes = countOfKinds(kinds, (kind) => kind === 'note');
  const problems = countOfKinds(kinds, (kind) => kind !== 'note');
  return (
    <Panel title="Problems" className="findings" aside={<Summary text={problemsInWords({ problems, notes })} />}>
      <KindButtons />
      {kinds.length === 0 ? <EmptyText /> : <CardList />}
      <OtherArchitectures />
    </Panel>
  );
}

const countOfKinds = (kinds: ReturnType<typeof selectKinds>, has: (kind: FindingKind) => boolean): number =>
  kinds.reduce((sum, { kind, count }) => sum + (has(kind) ? count : 0), 0);

/** A button for each kind that goes to its next problem; absent when there is only one kind. */
function KindButtons() {
  const kinds = useApp(selectKinds);
  const muted = useApp((state) => state.muted);
  if (!hasSeveralKinds(kinds, muted)) return null;
  return (
    <fieldset className="findings-kinds" aria-label="Go to next problem">
      {kinds.map(({ kind, count }) => (
        <KindButton key={kind} kind={kind} count={count} hidden={muted.includes(kind)} />
      ))}
    </fieldset>
  );
}

function KindButton({ kind, count, hidden }: { kind: FindingKind; count: number; hidden: boolean }) {
  const { perform } = useActions();
  const tip = hidden ? `Go to next ${KIND_WORDS[kind]} (hidden in the list)` : `Go to next ${KIND_WORDS[kind]}`;
  return (
    <button
      type="button"
      className="button findings-kind"
      data-hidden={hidden || undefined}
      data-tip={tip}
      aria-description={tip}
      onClick={() => perform('next-of-kind', { choice: kind })}
    >
      <InlineSign kind={kind} />
      {KIND_WORDS[kind]} <span className="numbers">{count}</span>
    </button>
  );
}

const hasSeveralKinds = (kinds: ReturnType<typeof selectKinds>, muted: readonly FindingKind[]) =>
  kinds.length > 1 || kinds.some(({ kind }) => muted.includes(kind));

function EmptyText() {
  const isComplete = useApp((state) => state.trace.isComplete);
  return <p className="nothing">{isComplete ? 'No problems found.' : 'Still running …'}</p>;
}

/** A button for each other visible architecture that has problems. */
function OtherArchitectures() {
  const trace = useApp((state) => state.trace);
  const visibleRuns = useApp((state) => state.visibleRuns);
  const running = useApp((state) => state.running);
  const { selectFindingsOf } = useActions();
  const others = visibleRuns.flatMap((one) => {
    const { problems, notes } = one === trace || running ? { problems: 0, notes: 0 } : summarizeFindings(one);
    return problems + notes === 0
      ? []
      : [{ ...one.setup, title: one.world.backend.title, count: problemsInWords({ problems, notes }) }];
  });
  return others.map(({ title, backend, era, count }) => (
    <button
      key={`${backend} ${era}`}
      type="button"
      className="button findings-elsewhere"
      onClick={() => selectFindingsOf({ backend, era })}
    >
      {count} on {title} {era}
    </button>
  ));
}

/** The totals and the tools. With several kinds the buttons below count each of them, and the menu takes the room of the totals. */
function Summary({ text }: { text: string }) {
  const kinds = useApp(selectKinds);
  const muted = useApp((state) => state.muted);
  return (
    <span className="panel-note findings-tools">
      {hasSeveralKinds(kinds, muted) ? <VisibleKindsMenu /> : <span className="numbers">{text}</span>}
      <CommandButton command="previous-finding" icon="up" className="button-bare" />
      <CommandButton command="next-finding" icon="chevron" className="button-bare" />
    </span>
  );
}

/** Shows or hides problems by kind. */
function VisibleKindsMenu() {
  const { perform } = useActions();
  const kinds = useApp(selectKinds);
  const muted = useApp((state) => state.muted);
  const listed = kinds.filter(({ kind }) => !muted.includes(kind)).length;
  const label = listed === kinds.length ? 'all kinds' : `${listed} of ${kinds.length} kinds`;
  return (
    <MenuFrame label={label} name={`Show: ${label}`}>
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
          <span className="menu-note">{count} in this run</span>
        </DropdownMenu.CheckboxItem>
      ))}
    </MenuFrame>
  );
}

function CardList() {
  const { items, more } = useApp(selectListedFindings);
  const slot = useApp((state) => state.cursor.slot);
  const here = items.findIndex((item) => item.slot >= slot);
  const from = Math.max(0, Math.min(here < 0 ? items.length : here, items.length - MAX_CARDS));
  const first = items.length <= MAX_CARDS ? 0 : from;
  const listed = items.slice(first, first + MAX_CARDS);
  const rest = items.length + more - listed.length;
  if (items.length === 0) return <p className="nothing">All problems are hidden.</p>;
  return (
    <>
      <ul className="findings-list">
        {listed.map((item) => (
          <li
            key={`${item.slot}.${item.finding.rule}.${item.finding.sub}.${item.finding.statement}.${item.finding.clause}`}
          >
            <FindingCard item={item} current={item.slot === slot} />
          </li>
        ))}
      </ul>
      {rest > 0 && <p className="nothing">and {rest} more at other events</p>}
    </>
  );
}
