import { useId } from 'react';
import { MAX_SIDES, nextSide, sidesOf } from '../../app/compare/compare.ts';
import { setupChoices, withSupportedRelease } from '../../app/document/setup.ts';
import type { Side } from '../../app/state/state.ts';
import { useActions, useApp } from '../../components/hooks/context.ts';
import { Icon } from '../../components/Icon.tsx';
import { ChoicePicker } from '../../components/menu/ChoicePicker.tsx';
import type { Setup } from '../../engine/model.ts';

/** Pickers of the other columns' setups: revision, architecture and kernel release. */
export function ColumnPickers() {
  const { compareWith } = useActions();
  const setup = useApp(({ document }) => document.setup);
  const sides = useApp(sidesOf);
  const next = sides.length < MAX_SIDES ? nextSide(setup, sides) : null;
  return (
    <div className="sides">
      {sides.map((side, i) => (
        <ColumnPicker
          // biome-ignore lint/suspicious/noArrayIndexKey: a column is identified by its position; two may have the same setup
          key={i}
          number={i + 2}
          setup={{ ...setup, ...side }}
          onPick={(picked) => compareWith(sides.with(i, picked))}
          onRemove={sides.length > 1 ? () => compareWith(sides.toSpliced(i, 1)) : null}
        />
      ))}
      <button
        type="button"
        className="button"
        aria-disabled={next === null || undefined}
        aria-description={next === null ? `At most ${MAX_SIDES + 1} columns` : undefined}
        onClick={() => next && compareWith([...sides, next])}
      >
        Add column
      </button>
    </div>
  );
}

interface ColumnPickerProps {
  readonly number: number;
  readonly setup: Setup;
  onPick(side: Side): void;
  /** Null for the only other column. */
  readonly onRemove: (() => void) | null;
}

function ColumnPicker({ number, setup, onPick, onRemove }: ColumnPickerProps) {
  const title = useId();
  const { revision, backend, era } = setupChoices({ document: { setup } });
  const pick = (change: Partial<Setup>) => {
    const { revision: id, backend: on, era: at } = withSupportedRelease({ ...setup, ...change }, change);
    onPick({ revision: id, backend: on, era: at });
  };
  return (
    <fieldset className="side" aria-labelledby={title}>
      <span id={title} className="side-title">
        Column {number}
      </span>
      <ChoicePicker label="Revision" choices={revision} onPick={pick} />
      <ChoicePicker label="Architecture" choices={backend} onPick={pick} />
      <ChoicePicker label="Kernel" className="picker-narrow" choices={era} onPick={pick} />
      <button
        type="button"
        className="button button-bare button-icon"
        aria-label={`Remove column ${number}`}
        aria-disabled={onRemove === null || undefined}
        aria-description={onRemove === null ? 'The last column cannot be removed' : undefined}
        onClick={() => onRemove?.()}
      >
        <Icon name="close" />
      </button>
    </fieldset>
  );
}
