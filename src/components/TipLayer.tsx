import { useLayoutEffect, useRef } from 'react';
import { useTip } from './hooks/use-tip.ts';

/**
 * Tooltip of the hovered or focused control, from its `data-tip`. The control's name or description says the same, so the tooltip
 * is hidden from screen readers.
 */
export default function TipLayer() {
  const tip = useTip();
  const box = useRef<HTMLDivElement>(null);

  // The width is known only after rendering; then the tooltip is kept inside the page.
  useLayoutEffect(() => {
    if (!box.current || !tip) return;
    const { offsetWidth, offsetHeight } = box.current;
    const { clientWidth, clientHeight } = document.documentElement;
    const { left, right, top, bottom } = tip.of.getBoundingClientRect();
    const wanted = (left + right - offsetWidth) / 2;
    box.current.style.left = `${Math.max(8, Math.min(wanted, clientWidth - offsetWidth - 8))}px`;
    box.current.style.top = `${bottom + offsetHeight > clientHeight ? top - offsetHeight : bottom}px`;
  }, [tip]);

  if (!tip) return null;
  return (
    <div ref={box} className="tip" aria-hidden="true">
      <div className="tip-text">{tip.text}</div>
    </div>
  );
}
