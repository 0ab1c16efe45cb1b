import { openScenario } from '../../app/scenario-document.ts';
import { type Choice, choicesOf } from '../../app/setup.ts';
import { scenarios } from '../../content/scenarios/index.ts';
import { CHECKS, ERAS } from '../../engine/model.ts';
import { useActions, useApp } from '../context.ts';
import { type Option, Picker } from '../parts/Picker.tsx';

/** Scenario, revision, architecture and its era, checks. */
export function Pickers() {
  const { choose } = useActions();
  const { revision, backend, era, checks } = useApp(choicesOf);
  return (
    <div className="header-pickers">
      <ScenarioPicker />
      <Picker
        label="Revision"
        className="picker-medium"
        {...optionsOf(revision)}
        onPick={(id) => choose({ revision: id })}
      />
      <Picker label="Architecture" {...optionsOf(backend)} onPick={(id) => choose({ backend: id })} />
      <Picker
        label="Era"
        className="picker-narrow"
        {...optionsOf(era)}
        onPick={(id) => {
          const picked = ERAS.find((known) => known === id);
          if (picked) choose({ era: picked });
        }}
      />
      <Picker
        label="Checks"
        className="picker-medium"
        {...optionsOf(checks)}
        onPick={(id) => {
          const picked = CHECKS.find((known) => known === id);
          if (picked) choose({ checks: picked });
        }}
      />
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
  note: summary.replace(/(?<=\.) .*$/s, ''),
}));

const optionsOf = (choices: readonly Choice[]): { options: readonly Option[]; value: string } => ({
  options: choices.map(({ id, title, note, impossible }) => ({
    id,
    title,
    note: impossible ?? note,
    disabled: impossible !== null,
  })),
  value: choices.find(({ chosen }) => chosen)?.id ?? '',
});
