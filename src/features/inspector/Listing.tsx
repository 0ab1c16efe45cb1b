import { useRef } from 'react';
import { useDropTarget } from '../../components/hooks/use-dragging.ts';
import { type ListingRow, outcomeText, toneOf } from '../../layout/inspector/listing.ts';
import { PartHead } from './PartHead.tsx';

/** The helper as C, with the outcome of each line; the current statement is highlighted. */
export function Listing({ rows, position }: { rows: readonly ListingRow[]; position: string }) {
  return rows.length === 0 ? null : <Lines rows={rows} position={position} />;
}

/** An event dropped on a line goes inside the call, after the line's last statement. */
function Lines({ rows, position }: { rows: readonly ListingRow[]; position: string }) {
  const box = useRef<HTMLOListElement>(null);
  const over = useDropTarget(box, (element, _x, y) => {
    const lines = [...element.querySelectorAll<HTMLElement>('[data-statement]')];
    const line = lines.findLast((one) => one.getBoundingClientRect().top <= y) ?? lines[0];
    return line ? { statement: Number(line.dataset.statement) } : null;
  });
  const dropAt = over && 'statement' in over ? over.statement : null;
  return (
    <>
      <PartHead title="Listing" note={position} />
      <ol ref={box} className="listing">
        {rows.map(({ text, indent, statements, current, left }, index) => (
          <li
            // biome-ignore lint/suspicious/noArrayIndexKey: the lines of a listing have a fixed order
            key={index}
            className="listing-line"
            data-current={current || undefined}
            data-statement={statements.at(-1)?.number}
            data-drop={(dropAt !== null && dropAt === statements.at(-1)?.number) || undefined}
            data-long={isLong({ text, indent, statements }) || undefined}
            data-tone={toneOf(statements)}
            aria-current={current ? 'step' : undefined}
          >
            <span className="listing-number">{statements.map(({ number }) => number).join('–')}</span>
            <code className="listing-code">
              {'  '.repeat(indent)}
              {text}
            </code>
            <span className="listing-says">{outcomeText({ statements, left })}</span>
          </li>
        ))}
      </ol>
    </>
  );
}

/** Whether the outcome needs a line of its own. Such a line is there from the start, so that nothing moves while stepping. */
const isLong = ({ text, indent, statements }: Pick<ListingRow, 'text' | 'indent' | 'statements'>) =>
  2 * indent + text.length > (BESIDE[statements.length] ?? 0) && statements.length > 0;

/** Characters of code that leave room for the outcomes of no, one and two statements. */
const BESIDE = [99, 29, 20];
