import { useActions } from '../../components/hooks/context.ts';
import { Icon } from '../../components/Icon.tsx';
import { LAZY_MMU } from '../../components/lazy-mmu.ts';

/** A word to who opens the page for the first time. */
export function Introduction() {
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
