import { broughtIn } from '../../app/brought.ts';
import { isScenarioTitle, nameOf, scenarioIn } from '../../app/scenario-document.ts';
import { type Choice, choicesOf } from '../../app/setup.ts';
import { firstSentence } from '../../content/scenario.ts';
import { scenarios } from '../../content/scenarios/index.ts';
import { useActions, useApp } from '../context.ts';
import { ChoicePicker } from '../parts/ChoicePicker.tsx';
import { type Option, Picker, type PickerMark } from '../parts/Picker.tsx';

/** Scenario, revision, architecture and its era, checks. */
export function Pickers() {
  const { choose } = useActions();
  const choices = useApp(choicesOf);
  const brought = useApp(broughtIn);
  const by = useApp((state) => (isScenarioTitle(state.document.title) ? 'by the scenario' : 'by the program'));
  const markOf = (among: readonly Choice[], old: string | undefined): PickerMark | undefined =>
    old === undefined ? undefined : { short: by, long: `set ${by}; before: ${titleIn(among, old)}` };
  return (
    <div className="header-pickers">
      <ScenarioPicker />
      {PARTS.map(({ part, label, className }) => (
        <ChoicePicker
          key={part}
          label={label}
          className={className}
          choices={choices[part]}
          mark={markOf(choices[part], brought[part])}
          onPick={choose}
        />
      ))}
    </div>
  );
}

const PARTS = [
  { part: 'revision', label: 'Revision', className: 'picker-medium' },
  { part: 'backend', label: 'Architecture', className: '' },
  { part: 'era', label: 'Era', className: 'picker-narrow' },
  { part: 'checks', label: 'Checks', className: 'picker-medium' },
] as const;

const titleIn = (choices: readonly Choice[], id: string): string =>
  choices.find((choice) => choice.id === id)?.title ?? id;

/** The program that is shown, by its name; one of the person's own has none, or the one that its link gave it. */
function ScenarioPicker() {
  const { openScenario: open } = useActions();
  const name = useApp(({ document }) => nameOf(document));
  const scenario = useApp(({ document }) => scenarioIn(document));
  return (
    <Picker
      label="Scenario"
      className="picker-wide"
      options={SCENARIOS}
      value={scenario?.id ?? ''}
      otherwise={name ?? 'a program of your own'}
      onPick={open}
    />
  );
}

const SCENARIOS: readonly Option[] = scenarios.all.map(({ id, title, summary }) => ({
  id,
  title,
  note: firstSentence(summary),
}));
