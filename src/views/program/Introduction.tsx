import { useActions } from '../context.ts';
import { LAZY_MMU } from '../lazy-mmu.ts';
import { Icon } from '../parts/Icon.tsx';

/** A word to who opens the page for the first time. Loaded by itself: nobody else needs it. */
export default function Introduction() {
  const { endIntroduction } = useActions();
  return (
    <>
      <p>{LAZY_MMU} This page runs a model of it: step through these calls, change them, and see what each does.</p>
      <button
        type="button"
        className="button button-bare button-icon"
        aria-label="Put the introduction away"
        onClick={endIntroduction}
      >
        <Icon name="close" />
      </button>
    </>
  );
}
