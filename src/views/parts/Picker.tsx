import { useId } from 'react';
import { fetched } from './fetched.tsx';
import { Icon } from './Icon.tsx';

export interface Option {
  readonly id: string;
  readonly title: string;
  /** A quieter line beneath, in the list only. */
  readonly note?: string;
  /** Cannot be chosen now; the note says why. */
  readonly disabled?: boolean;
}

/** Something to know about what is chosen: that nobody chose it here. */
export interface PickerMark {
  /** Beside the label, where there is room. */
  readonly short: string;
  /** In the tip, and for a screen reader. */
  readonly long: string;
}

interface Props {
  readonly label: string;
  readonly options: readonly Option[];
  readonly value: string;
  /** What the closed picker shows where the value is none of the options. */
  readonly otherwise?: string;
  readonly className?: string;
  readonly mark?: PickerMark | undefined;
  onPick(id: string): void;
}

export interface SelectProps extends Pick<Props, 'options' | 'value' | 'mark' | 'onPick'> {
  /** Ids of the texts that name it: the label and what is chosen. */
  readonly labelledBy: string;
  readonly valueId: string;
  readonly shown: string;
}

const SelectBox = fetched(() => import('./SelectBox.tsx'));

/** A labelled choice of one of some. Until its list has come, the same box shows what is chosen. */
export function Picker({ label, options, value, otherwise = '', className = '', mark, onPick }: Props) {
  const id = useId();
  const chosen = options.find((option) => option.id === value);
  const shown = chosen?.title ?? otherwise;
  return (
    <div className={`picker ${className}`}>
      <span className="picker-head">
        <span id={`${id}-label`} className="picker-label">
          {label}
        </span>
        {mark && (
          <span className="picker-mark" aria-hidden="true">
            {mark.short}
          </span>
        )}
      </span>
      <SelectBox
        labelledBy={`${id}-label ${id}-value`}
        valueId={`${id}-value`}
        options={options}
        value={chosen ? value : ''}
        shown={shown}
        mark={mark}
        onPick={onPick}
        until={<Waiting shown={shown} />}
      />
    </div>
  );
}

const Waiting = ({ shown }: { shown: string }) => (
  <span className="picker-trigger">
    <span className="picker-value">{shown}</span>
    <Icon name="chevron" />
  </span>
);
