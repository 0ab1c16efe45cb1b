import { DropdownMenu } from 'radix-ui';
import type { ReactNode } from 'react';
import { commands } from '../../app/commands/index.ts';
import { type ArchitectureOption, architectureOptions } from '../../app/navigation/architectures.ts';
import { capacityChoices, describeRealCapacities } from '../../app/state/capacities.ts';
import { useActions, useApp } from '../../components/hooks/context.ts';
import { useMenu } from '../../components/hooks/use-menu.ts';
import { Icon } from '../../components/Icon.tsx';
import { KeyHint } from '../../components/KeyHint.tsx';

/** The menu and its button. It stays open after a choice, since several can be made. Loaded lazily. */
export default function ArchitecturesBox({ label }: { label: ReactNode }) {
  const offers = useApp(architectureOptions);
  const { root, trigger } = useMenu();
  return (
    <DropdownMenu.Root {...root}>
      <DropdownMenu.Trigger className="button" {...trigger}>
        {label}
        <Icon name="chevron" />
      </DropdownMenu.Trigger>
      <DropdownMenu.Content className="menu" tabIndex={0} align="end" sideOffset={4} collisionPadding={8}>
        <DropdownMenu.Group>
          <DropdownMenu.Label className="menu-heading">Run the same program on</DropdownMenu.Label>
          {offers.map((offer) => (
            <Item key={offer.title} offer={offer} />
          ))}
        </DropdownMenu.Group>
        <All />
        <Capacities />
      </DropdownMenu.Content>
    </DropdownMenu.Root>
  );
}

const stayOpen = (event: Event) => event.preventDefault();

function Item({ offer: { title, note, shown, main, impossible, backend, era } }: { offer: ArchitectureOption }) {
  const { setArchitectureVisible } = useActions();
  return (
    <DropdownMenu.CheckboxItem
      className="menu-item"
      checked={shown}
      disabled={impossible !== null}
      textValue={title}
      onSelect={stayOpen}
      onCheckedChange={(checked) => setArchitectureVisible({ backend, era }, checked)}
    >
      <Tick />
      <span>{title}</span>
      {main && <span className="menu-aside">selected</span>}
      <span className="menu-note">{impossible ?? note}</span>
    </DropdownMenu.CheckboxItem>
  );
}

function All() {
  const { perform } = useActions();
  const { id, title } = commands.get('all-architectures');
  return (
    <DropdownMenu.Item className="menu-item" onSelect={() => perform(id)}>
      {title}
      <KeyHint command={id} className="menu-key" />
    </DropdownMenu.Item>
  );
}

function Capacities() {
  const { changeSetup } = useActions();
  const capacity = useApp(({ document }) => document.setup.capacity);
  return (
    <DropdownMenu.RadioGroup
      value={String(capacity)}
      onValueChange={(value) => changeSetup({ capacity: value === 'null' ? null : Number(value) })}
    >
      <DropdownMenu.Label className="menu-heading">Batch size</DropdownMenu.Label>
      {capacityChoices(capacity).map((one) => (
        <DropdownMenu.RadioItem key={one} className="menu-item" value={String(one)} onSelect={stayOpen}>
          <Tick />
          <span>{one === null ? 'As in the kernel' : one}</span>
          {one === null && <span className="menu-note">{describeRealCapacities()}</span>}
        </DropdownMenu.RadioItem>
      ))}
    </DropdownMenu.RadioGroup>
  );
}

const Tick = () => (
  <DropdownMenu.ItemIndicator className="menu-tick">
    <Icon name="check" />
  </DropdownMenu.ItemIndicator>
);
