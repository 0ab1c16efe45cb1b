import { useActions } from '../../components/hooks/context.ts';
import { Icon } from '../../components/Icon.tsx';
import { LAZY_MMU_DEFINITION } from '../../components/lazy-mmu-definition.ts';

/** Tells a first-time visitor what the page is about. */
export function Introduction() {
  const { dismissIntroduction } = useActions();
  return (
    <>
      <p>{LAZY_MMU_DEFINITION} Step through the calls, edit them, and see what each one does.</p>
      <button
        type="button"
        className="button button-bare button-icon"
        aria-label="Dismiss introduction"
        onClick={dismissIntroduction}
      >
        <Icon name="close" />
      </button>
    </>
  );
}
