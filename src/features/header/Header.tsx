import { CommandButton } from '../../components/CommandButton.tsx';
import { useApp } from '../../components/hooks/context.ts';
import type { IconName } from '../../components/Icon.tsx';
import { Pickers } from './Pickers.tsx';

/** Product name, setup pickers and the page's tools. */
export const Header = () => (
  <header className="header">
    <h1 className="header-name">Lazy MMU Visualiser</h1>
    <Pickers />
    <div className="header-tools">
      <CommandButton command="compare" label="Compare" />
      <CommandButton command="explore" label="Explore" />
      <CommandButton command="picture" label="Picture" />
      <CommandButton command="copy-link" label="Copy link" className="button-primary" />
      <CommandButton command="present" label="Present" icon="present" className="button-bare" />
      <CommandButton command="palette" label="Commands" icon="search" className="button-bare" />
      <ThemeButton />
      <CommandButton command="help" label="Help" icon="help" className="button-bare" />
    </div>
  </header>
);

function ThemeButton() {
  const theme: IconName = useApp((state) => state.theme);
  return <CommandButton command="theme" label={`Theme: ${theme}`} icon={theme} className="button-bare" />;
}
