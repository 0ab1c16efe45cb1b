import type { SetupChoice } from '../../app/document/setup.ts';
import type { Setup } from '../../engine/model.ts';
import { Picker } from './Picker.tsx';
import type { PickerMark } from './picker-props.ts';

interface Props {
  readonly label: string;
  readonly choices: readonly SetupChoice[];
  readonly className?: string;
  readonly mark?: PickerMark | undefined;
  onPick(change: Partial<Setup>): void;
}

/** Picks one part of a setup; unavailable choices are listed with the reason. */
export const ChoicePicker = ({ label, choices, className = '', mark, onPick }: Props) => (
  <Picker
    label={label}
    className={className}
    mark={mark}
    options={choices.map(({ id, title, note, impossible }) => ({
      id,
      title,
      note: impossible ?? note,
      disabled: impossible !== null,
    }))}
    value={choices.find(({ chosen }) => chosen)?.id ?? ''}
    onPick={(id) => {
      const picked = choices.find((choice) => choice.id === id);
      if (picked) onPick(picked.change);
    }}
  />
);
