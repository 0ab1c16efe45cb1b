import { selectLines } from '../../app/document/source-lines.ts';
import { CommandButton } from '../../components/CommandButton.tsx';
import { useActions, useApp } from '../../components/hooks/context.ts';
import { Panel } from '../../components/Panel.tsx';
import { Introduction } from './Introduction.tsx';
import { Palette } from './Palette.tsx';
import { Problems } from './Problems.tsx';
import { ProgramEditor } from './ProgramEditor.tsx';

/** The program as text, and what can be added to it. */
export const ProgramPanel = () => (
  <Panel title="Program" className="program" aside={<Tools />}>
    <ToNewcomers />
    <Text />
    <Problems />
    <Palette />
  </Panel>
);

function ToNewcomers() {
  const introduced = useApp((state) => state.introduced);
  return (
    !introduced && (
      <div className="introduction">
        <Introduction />
      </div>
    )
  );
}

function Tools() {
  const undone = useApp((state) => state.past.at(-1)?.name);
  const redone = useApp((state) => state.future[0]?.name);
  return (
    <span className="panel-note program-tools">
      <CommandButton command="undo" icon="undo" more={undone} className="button-bare" />
      <CommandButton command="redo" icon="redo" more={redone} className="button-bare" />
      <CommandButton command="documents" label="Documents" icon="documents" className="button-bare" />
      <CommandButton command="new-program" label="New" />
    </span>
  );
}

function Text() {
  const { type, paste, perform, placeCaret, selectMarked } = useActions();
  const text = useApp((state) => state.document.text);
  const problems = useApp((state) => state.document.problems);
  const lines = useApp(selectLines);
  const current = useApp(({ cursor, trace }) => (cursor.slot < 0 ? null : trace.rowAt(cursor.slot).number));
  const caret = useApp((state) => state.caret);
  return (
    <ProgramEditor
      text={text}
      problems={problems}
      current={lines && current !== null ? lines.lineOf(current) : null}
      start={lines && current !== null ? lines.startWithin(current) : null}
      caret={lines && (caret === 0 ? 0 : lines.lineOf(caret))}
      onType={type}
      onPaste={paste}
      onPoint={(from, to) => {
        const rows = from < to ? lines?.rowsIn({ start: from, end: to }) : null;
        if (rows) selectMarked(rows.first, rows.last);
        else if (lines) placeCaret(lines.rowAt(to));
      }}
      onUndo={() => perform('undo')}
      onRedo={() => perform('redo')}
    />
  );
}
