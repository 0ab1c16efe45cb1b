import { DropdownMenu } from 'radix-ui';
import { useRef } from 'react';
import { useMenu } from '../hooks/use-menu.ts';
import { Icon } from '../Icon.tsx';
import type { Option, SelectProps } from './picker-props.ts';

/**
 * The list of a picker and the button that opens it. Loaded by itself. A menu of choices and not a list box: it leaves the
 * rest of the page as it is while it is open, and may say of each choice why it cannot be.
 */
export default function SelectBox({ labelledBy, valueId, options, value, shown, mark, onPick }: SelectProps) {
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
          {shown}
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
          // After a choice with the pointer the page's own keys shall work at once.
          if (byPointer.current) event.preventDefault();
        }}
      >
        <DropdownMenu.RadioGroup value={value} onValueChange={onPick}>
          {options.map((option) => (
            <Choice key={option.id} option={option} />
          ))}
        </DropdownMenu.RadioGroup>
      </DropdownMenu.Content>
    </DropdownMenu.Root>
  );
}

const Choice = ({ option: { id, title, note, disabled = false } }: { option: Option }) => (
  <DropdownMenu.RadioItem className="menu-item" value={id} textValue={title} disabled={disabled}>
    <DropdownMenu.ItemIndicator className="menu-tick">
      <Icon name="check" />
    </DropdownMenu.ItemIndicator>
    <span>{title}</span>
    {note && <span className="menu-note">{note}</span>}
  </DropdownMenu.RadioItem>
);
