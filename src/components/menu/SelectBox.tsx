import { DropdownMenu } from 'radix-ui';
import { useRef } from 'react';
import { useMenu } from '../hooks/use-menu.ts';
import { Icon } from '../Icon.tsx';
import type { PickerOption, SelectProps } from './picker-props.ts';

/**
 * The list of a picker and its button. A menu rather than a listbox: it is not modal, and it can say why a choice is
 * unavailable.
 */
export default function SelectBox({ labelledBy, valueId, options, value, text, mark, onPick }: SelectProps) {
  const byPointer = useRef(false);
  const { root, trigger } = useMenu();
  return (
    <DropdownMenu.Root {...root}>
      <DropdownMenu.Trigger
        className="picker-trigger"
        aria-labelledby={labelledBy}
        aria-description={mark?.long}
        data-tip={mark?.long}
        data-marked={mark ? true : undefined}
        {...trigger}
      >
        <span id={valueId} className="picker-value">
          {text}
        </span>
        <Icon name="chevron" />
      </DropdownMenu.Trigger>
      <DropdownMenu.Content
        className="menu"
        align="start"
        sideOffset={4}
        collisionPadding={8}
        onPointerUp={() => {
          byPointer.current = true;
        }}
        onKeyDown={() => {
          byPointer.current = false;
        }}
        onCloseAutoFocus={(event) => {
          // After choosing with the pointer the page's shortcuts work at once.
          if (byPointer.current) event.preventDefault();
        }}
      >
        <DropdownMenu.RadioGroup value={value} onValueChange={onPick}>
          {options.map((option) => (
            <PickerItem key={option.id} option={option} />
          ))}
        </DropdownMenu.RadioGroup>
      </DropdownMenu.Content>
    </DropdownMenu.Root>
  );
}

const PickerItem = ({ option: { id, title, note, disabled = false } }: { option: PickerOption }) => (
  <DropdownMenu.RadioItem className="menu-item" value={id} textValue={title} disabled={disabled}>
    <DropdownMenu.ItemIndicator className="menu-tick">
      <Icon name="check" />
    </DropdownMenu.ItemIndicator>
    <span>{title}</span>
    {note && <span className="menu-note">{note}</span>}
  </DropdownMenu.RadioItem>
);
