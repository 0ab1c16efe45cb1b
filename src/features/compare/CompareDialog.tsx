import { Tabs } from 'radix-ui';
import { MatrixPane } from './MatrixPane.tsx';
import { RowsPane } from './RowsPane.tsx';

/** Compares this program under several setups, and every scenario under every revision. */
export default function CompareDialog() {
  return (
    <Tabs.Root className="compare" defaultValue="rows">
      <Tabs.List className="tabs" aria-label="Comparison">
        <Tabs.Trigger className="tab" value="rows">
          This program, row by row
        </Tabs.Trigger>
        <Tabs.Trigger className="tab" value="matrix">
          Scenarios and revisions
        </Tabs.Trigger>
      </Tabs.List>
      <Tabs.Content value="rows" tabIndex={-1}>
        <RowsPane />
      </Tabs.Content>
      <Tabs.Content value="matrix" tabIndex={-1}>
        <MatrixPane />
      </Tabs.Content>
    </Tabs.Root>
  );
}
