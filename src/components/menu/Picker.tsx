import { useId } from 'react';
import { Icon } from '../Icon.tsx';
import { lazyComponent } from '../lazy-component.tsx';
import type { PickerProps } from './picker-props.ts';

const SelectBox = lazyComponent(() => import('./SelectBox.tsx'));

/** A labelled picker. Until its list has loaded, the same box shows the current value. */
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
        fallback={<Waiting shown={shown} />}
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
