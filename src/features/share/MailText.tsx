import { memo, useEffect, useId, useMemo, useRef, useState } from 'react';
import { mailText, selectMailText } from '../../app/share/mail-text.ts';
import { useActions, useApp } from '../../components/hooks/context.ts';
import { type MailLine, mailLines } from './mail-lines.ts';

/**
 * The plain text in a box that scrolls. A button expands it to a taller box over the panels above, which shows everything that is
 * copied, link included.
 */
export default function MailText() {
  const box = useRef<HTMLDivElement>(null);
  const id = useId();
  const { address } = useActions();
  const [open, setOpen] = useState(false);
  const text = useApp((state) => (open ? mailText(state, address) : selectMailText(state)));
  const row = useApp((state) => (state.cursor.slot < 0 ? 0 : state.trace.rowAt(state.cursor.slot).number));
  const lines = useMemo(() => mailLines(text), [text]);

  // scrollIntoView() would scroll the page too.
  // biome-ignore lint/correctness/useExhaustiveDependencies: another row or text is what to follow
  useEffect(() => {
    const lit = box.current?.querySelectorAll<HTMLElement>('[data-now]') ?? [];
    const [first] = lit;
    const last = lit[lit.length - 1];
    if (box.current && row === 0) box.current.scrollTop = 0;
    if (box.current && first && last) keepInSight(box.current, first.offsetTop, last.offsetTop + last.offsetHeight);
  }, [row, lines, open]);

  return (
    <>
      <button
        type="button"
        className="button mail-more"
        aria-expanded={open}
        aria-controls={id}
        onClick={() => setOpen(!open)}
      >
        {open ? 'Show less' : 'Show more'}
      </button>
      {/* biome-ignore lint/a11y/useSemanticElements: a fieldset is for controls of a form */}
      <div
        ref={box}
        id={id}
        className="mail-box"
        role="group"
        aria-label="Rows"
        // biome-ignore lint/a11y/noNoninteractiveTabindex: a box that scrolls must be reachable with the keyboard
        tabIndex={0}
      >
        <div className="mail-text">
          {lines.map((line) => (
            <Line key={line.number} line={line} now={line.row === row && row > 0} />
          ))}
        </div>
      </div>
    </>
  );
}

const Line = memo(({ line, now }: { line: MailLine; now: boolean }) => (
  <div className="mail-line" data-now={now || undefined} aria-current={now ? 'step' : undefined}>
    {line.text}
  </div>
));

function keepInSight(box: HTMLElement, top: number, bottom: number): void {
  if (top < box.scrollTop) box.scrollTop = top;
  else if (bottom > box.scrollTop + box.clientHeight) box.scrollTop = bottom - box.clientHeight;
}
