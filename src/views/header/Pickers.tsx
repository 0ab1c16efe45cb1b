import { openScenario } from '../../app/scenario-document.ts';
import { choicesOf } from '../../app/setup.ts';
import { firstSentence } from '../../content/scenario.ts';
import { scenarios } from '../../content/scenarios/index.ts';
import { useActions, useApp } from '../context.ts';
import { ChoicePicker } from '../parts/ChoicePicker.tsx';
import { type Option, Picker } from '../parts/Picker.tsx';

/** Scenario, revision, architecture and its era, checks. */
export function Pickers() {
  const { choose } = useActions();
  const { revision, backend, era, checks } = useApp(choicesOf);
  return (
    <div className="header-pickers">
      <ScenarioPicker />
      <ChoicePicker label="Revision" className="picker-medium" choices={revision} onPick={choose} />
      <ChoicePicker label="Architecture" choices={backend} onPick={choose} />
      <ChoicePicker label="Era" className="picker-narrow" choices={era} onPick={choose} />
      <ChoicePicker label="Checks" className="picker-medium" choices={checks} onPick={choose} />
    </div>
  );
}

/** The program that is shown, by its name; one of the person's own has none, or the one that its link gave it. */
function ScenarioPicker() {
  const { openScenario: open } = useActions();
  const title = useApp((state) => state.document.title);
  const text = useApp((state) => state.document.text);
  const named = scenarios.all.find((scenario) => scenario.title === title);
  const same = named !== undefined && openScenario(named).document.text === text;
  return (
    <Picker
      label="Scenario"
      className="picker-wide"
      options={SCENARIOS}
      value={same ? named.id : ''}
      otherwise={named ? `changed: ${named.title}` : (title ?? 'a program of your own')}
      onPick={open}
    />
  );
}

const SCENARIOS: readonly Option[] = scenarios.all.map(({ id, title, summary }) => ({
  id,
  title,
  note: firstSentence(summary),
}));
