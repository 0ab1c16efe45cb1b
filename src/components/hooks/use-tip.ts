import { useEffect, useState } from 'react';

interface Tip {
  readonly of: Element;
  readonly text: string;
}

/** How long a pointer rests before it is told, in ms. */
const REST = 500;

/** The words for the control under the pointer or with the focus. They stay while the pointer is on them; Escape ends them. */
export function useTip(): Tip | null {
  const [tip, setTip] = useState<Tip | null>(null);

  useEffect(() => {
    let timer: number | undefined;
    /** The focus that a pointer has brought about, by a dialog that it closed, asks for no words. */
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
