import { useId } from 'react';
import { Icon } from '../Icon.tsx';
import { fetched } from '../lazy-component.tsx';
import type { PickerProps } from './picker-props.ts';

const SelectBox = fetched(() => import('./SelectBox.tsx'));

/** A labelled choice of one of some. Until its list has come, the same box shows what is chosen. */
export function Picker({ label, options, value, otherwise = '', className = '', mark, onPick }: PickerProps) {
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
