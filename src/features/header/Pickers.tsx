import { displayTitle, isScenarioTitle, unchangedScenario } from '../../app/document/scenario-document.ts';
import { type SetupChoice, setupChoices } from '../../app/document/setup.ts';
import { selectFormerSetup } from '../../app/state/setup-change.ts';
import { useActions, useApp } from '../../components/hooks/context.ts';
import { ChoicePicker } from '../../components/menu/ChoicePicker.tsx';
import { Picker } from '../../components/menu/Picker.tsx';
import type { PickerMark, PickerOption } from '../../components/menu/picker-props.ts';
import { firstSentence } from '../../content/scenario.ts';
import { scenarios } from '../../content/scenarios/index.ts';

/** Pickers of the scenario and of the setup: revision, architecture, kernel release, checks. */
export function Pickers() {
  const { changeSetup } = useActions();
  const choices = useApp(setupChoices);
  const former = useApp(selectFormerSetup);
  const by = useApp((state) => (isScenarioTitle(state.document.title) ? 'scenario' : 'program'));
  const markOf = (among: readonly SetupChoice[], old: string | undefined): PickerMark | undefined =>
    old === undefined ? undefined : { short: `set by ${by}`, long: `Set by the ${by} (was ${titleIn(among, old)})` };
  return (
    <div className="header-pickers">
      <ScenarioPicker />
      {PARTS.map(({ part, label, className }) => (
        <ChoicePicker
          key={part}
          label={label}
          className={className}
          choices={choices[part]}
          mark={markOf(choices[part], former[part])}
          onPick={changeSetup}
        />
      ))}
    </div>
  );
}

const PARTS = [
  { part: 'revision', label: 'Revision', className: 'picker-medium' },
  { part: 'backend', label: 'Architecture', className: '' },
  { part: 'era', label: 'Kernel', className: 'picker-narrow' },
  { part: 'checks', label: 'Checks', className: 'picker-medium' },
] as const;

const titleIn = (choices: readonly SetupChoice[], id: string): string =>
  choices.find((choice) => choice.id === id)?.title ?? id;

/** Picks a scenario; shows the name of a program of your own, if it has one. */
function ScenarioPicker() {
  const { openScenario: open } = useActions();
  const name = useApp(({ document }) => displayTitle(document));
  const scenario = useApp(({ document }) => unchangedScenario(document));
  return (
    <Picker
      label="Scenario"
      className="picker-wide"
      options={SCENARIOS}
      value={scenario?.id ?? ''}
      otherwise={name ?? 'Your own program'}
      onPick={open}
    />
  );
}

const SCENARIOS: readonly PickerOption[] = scenarios.all.map(({ id, title, summary }) => ({
  id,
  title,
  note: firstSentence(summary),
}));
