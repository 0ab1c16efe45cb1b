import { Select } from 'radix-ui';
import { useRef } from 'react';
import { Icon } from './Icon.tsx';
import type { Option, SelectProps } from './Picker.tsx';

/** The list of a picker and the button that opens it. Loaded by itself. */
export default function SelectBox({ labelledBy, valueId, options, value, shown, onPick }: SelectProps) {
  const byPointer = useRef(false);
  return (
    <Select.Root value={value} onValueChange={onPick}>
      <Select.Trigger className="picker-trigger" aria-labelledby={labelledBy}>
        <span id={valueId} className="picker-value">
          {shown}
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
