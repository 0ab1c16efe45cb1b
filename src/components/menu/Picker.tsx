import { useId } from 'react';
import { Icon } from '../Icon.tsx';
import { lazyComponent } from '../lazy-component.tsx';
import type { PickerProps } from './picker-props.ts';

const SelectBox = lazyComponent(() => import('./SelectBox.tsx'));

/** A labelled picker. Until its list has loaded, the same box shows the current value. */
export function Picker({ label, options, value, otherwise = '', className = '', mark, onPick }: PickerProps) {
  const id = useId();
  const selected = options.find((option) => option.id === value);
  const text = selected?.title ?? otherwise;
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
        value={selected ? value : ''}
        text={text}
        mark={mark}
        onPick={onPick}
        fallback={<Waiting text={text} />}
      />
    </div>
  );
}

const Waiting = ({ text }: { text: string }) => (
  <span className="picker-trigger">
    <span className="picker-value">{text}</span>
    <Icon name="chevron" />
  </span>
);
