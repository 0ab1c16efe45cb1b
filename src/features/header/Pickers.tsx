import { isScenarioTitle, nameOf, scenarioIn } from '../../app/document/scenario-document.ts';
import { type Choice, choicesOf } from '../../app/document/setup.ts';
import { selectFormerSetup } from '../../app/state/setup-change.ts';
import { useActions, useApp } from '../../components/hooks/context.ts';
import { ChoicePicker } from '../../components/menu/ChoicePicker.tsx';
import { Picker } from '../../components/menu/Picker.tsx';
import type { Option, PickerMark } from '../../components/menu/picker-props.ts';
import { firstSentence } from '../../content/scenario.ts';
import { scenarios } from '../../content/scenarios/index.ts';

/** Scenario, revision, architecture and its era, checks. */
export function Pickers() {
  const { choose } = useActions();
  const choices = useApp(choicesOf);
  const former = useApp(selectFormerSetup);
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
          mark={markOf(choices[part], former[part])}
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
