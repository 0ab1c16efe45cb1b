import { Select } from 'radix-ui';
import { useId, useRef } from 'react';
import { Icon } from './Icon.tsx';

export interface Option {
  readonly id: string;
  readonly title: string;
  /** A quieter line beneath, in the list only. */
  readonly note?: string;
  /** Cannot be chosen now; the note says why. */
  readonly disabled?: boolean;
}

interface Props {
  readonly label: string;
  readonly options: readonly Option[];
  readonly value: string;
  /** What the closed picker shows where the value is none of the options. */
  readonly otherwise?: string;
  readonly className?: string;
  onPick(id: string): void;
}

/** A labelled choice of one of some. Its name for a screen reader is the label and what is chosen. */
export function Picker({ label, options, value, otherwise = '', className = '', onPick }: Props) {
  const id = useId();
  const byPointer = useRef(false);
  const chosen = options.find((option) => option.id === value);
  return (
    <div className={`picker ${className}`}>
      <span id={`${id}-label`} className="picker-label">
        {label}
      </span>
      <Select.Root value={chosen ? value : ''} onValueChange={onPick}>
        <Select.Trigger className="picker-trigger" aria-labelledby={`${id}-label ${id}-value`}>
          <span id={`${id}-value`} className="picker-value">
            {chosen?.title ?? otherwise}
          </span>
          <Icon name="chevron" />
        </Select.Trigger>
        <Select.Portal>
          <Select.Content
            className="menu"
            position="popper"
            sideOffset={4}
            collisionPadding={8}
            onPointerUp={() => {
              byPointer.current = true;
            }}
            onKeyDown={() => {
              byPointer.current = false;
            }}
            onCloseAutoFocus={(event) => {
              // After a choice with the pointer the page's own keys shall work at once.
              if (byPointer.current) event.preventDefault();
            }}
          >
            <Select.Viewport>
              {options.map((option) => (
                <Choice key={option.id} option={option} />
              ))}
            </Select.Viewport>
          </Select.Content>
        </Select.Portal>
      </Select.Root>
    </div>
  );
}

const Choice = ({ option: { id, title, note, disabled = false } }: { option: Option }) => (
  <Select.Item className="menu-item" value={id} textValue={title} disabled={disabled}>
    <Select.ItemIndicator className="menu-tick">
      <Icon name="check" />
    </Select.ItemIndicator>
    <Select.ItemText>{title}</Select.ItemText>
    {note && <span className="menu-note">{note}</span>}
  </Select.Item>
);
