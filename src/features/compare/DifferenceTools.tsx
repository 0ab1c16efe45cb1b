import { useEffect } from 'react';
import { pressOf } from '../../app/browser/browser.ts';
import { keyName } from '../../app/keyboard/key.ts';
import { useApp } from '../../components/hooks/context.ts';

interface Props {
  /** Numbers of the rows that differ. */
  readonly marked: readonly number[];
  /** The row visited last; 0 for none. */
  readonly at: number;
  onGo(row: number): void;
}

const NEXT = ']';
const PREVIOUS = '[';

/** Goes from difference to difference, by button and by the keys that go from problem to problem on the page. */
export function DifferenceTools({ marked, at, onGo }: Props) {
  const letterKeys = useApp((state) => state.letterKeys);
  const first = marked[0];
  const next = marked.find((row) => row > at);
  const previous = marked.findLast((row) => row < at);

  useEffect(() => {
    const listen = (event: KeyboardEvent) => {
      const press = letterKeys ? pressOf(event) : null;
      if (!press || press.focus === 'text') return;
      const key = keyName(press);
      const row = key === NEXT ? next : key === PREVIOUS ? previous : undefined;
      if (row !== undefined) onGo(row);
    };
    document.addEventListener('keydown', listen);
    return () => document.removeEventListener('keydown', listen);
  });

  const none = marked.length === 0 ? 'No row differs' : null;
  return (
    <>
      <Tool name="First difference" row={first} why={none} onGo={onGo} />
      <Tool name="Previous" hint={PREVIOUS} row={previous} why={none ?? 'No earlier difference'} onGo={onGo} />
      <Tool name="Next" hint={NEXT} row={next} why={none ?? 'No later difference'} onGo={onGo} />
    </>
  );
}

interface ToolProps extends Pick<Props, 'onGo'> {
  readonly name: string;
  readonly hint?: string;
  readonly row: number | undefined;
  readonly why: string | null;
}

/** A tool that cannot go anywhere stays visible and says why. */
const Tool = ({ name, hint, row, why, onGo }: ToolProps) => (
  <button
    type="button"
    className="button"
    aria-disabled={row === undefined || undefined}
    aria-description={row === undefined ? (why ?? undefined) : `row ${row}`}
    onClick={() => row !== undefined && onGo(row)}
  >
    {name}
    {hint && (
      <span className="key" aria-hidden="true">
        {hint}
      </span>
    )}
  </button>
);
