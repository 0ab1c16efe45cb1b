import { CommandButton } from '../../components/CommandButton.tsx';
import { useApp } from '../../components/hooks/context.ts';
import { Panel } from '../../components/Panel.tsx';
import { InsertPalette } from './InsertPalette.tsx';
import { Introduction } from './Introduction.tsx';
import { Problems } from './Problems.tsx';
import { ProgramEditor } from './ProgramEditor.tsx';

/** The program as text, and the events that can be inserted. */
export const ProgramPanel = () => (
  <Panel title="Program" className="program" aside={<Tools />}>
    <IntroductionBox />
    <ProgramEditor />
    <Problems />
    <InsertPalette />
  </Panel>
);

function IntroductionBox() {
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
