import { useLayoutEffect, useRef } from 'react';
import { useTip } from './hooks/use-tip.ts';

/**
 * A few words beside the control that the pointer rests on or that has the focus: what its `data-tip` says. The same is
 * in the control's name or description, so that a screen reader needs none of it.
 */
export default function TipLayer() {
  const tip = useTip();
  const box = useRef<HTMLDivElement>(null);

  // Only what is drawn has a width; then it is kept within the page.
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
