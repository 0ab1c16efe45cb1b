import { useEffect, useState } from 'react';

interface Tip {
  readonly of: Element;
  readonly text: string;
}

/** Hover delay in ms. */
const REST = 500;

/** The tooltip of the hovered or focused control. It stays while the pointer is over it; Escape closes it. */
export function useTip(): Tip | null {
  const [tip, setTip] = useState<Tip | null>(null);

  useEffect(() => {
    let timer: number | undefined;
    /** Focus moved by the pointer, for instance by closing a dialog, shows no tooltip. */
    let byPointer = false;
    const show = (target: EventTarget | null, delay: number) => {
      window.clearTimeout(timer);
      const element = target instanceof Element ? target : null;
      if (element?.closest('.tip')) return;
      const of = element?.closest('[data-tip]');
      const text = of?.getAttribute('data-tip');
      if (!of || !text) setTip(null);
      else timer = window.setTimeout(() => setTip({ of, text }), delay);
    };
    const over = (event: PointerEvent) => {
      if (event.pointerType === 'mouse') show(event.target, REST);
    };
    const focus = (event: FocusEvent) => {
      const { target } = event;
      show(!byPointer && target instanceof Element && target.matches(':focus-visible') ? target : null, 0);
    };
    const end = () => show(null, 0);
    const press = () => {
      byPointer = true;
      end();
    };
    const key = (event: KeyboardEvent) => {
      byPointer = false;
      if (event.key === 'Escape') end();
    };
    document.addEventListener('pointerover', over);
    document.addEventListener('focusin', focus);
    document.addEventListener('focusout', end);
    document.addEventListener('pointerdown', press, true);
    document.addEventListener('scroll', end, { capture: true, passive: true });
    document.addEventListener('keydown', key, true);
    return () => {
      window.clearTimeout(timer);
      document.removeEventListener('pointerover', over);
      document.removeEventListener('focusin', focus);
      document.removeEventListener('focusout', end);
      document.removeEventListener('pointerdown', press, true);
      document.removeEventListener('scroll', end, { capture: true });
      document.removeEventListener('keydown', key, true);
    };
  }, []);

  return tip;
}
