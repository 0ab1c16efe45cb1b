import { useSyncExternalStore } from 'react';

/** The page is one column: the same width as in the style sheets. */
const ONE_COLUMN = '(max-width: 700px)';

const listen = (changed: () => void) => {
  const query = matchMedia(ONE_COLUMN);
  query.addEventListener('change', changed);
  return () => query.removeEventListener('change', changed);
};

/** Whether panels stand beneath each other, and not side by side. */
export const useNarrow = (): boolean => useSyncExternalStore(listen, () => matchMedia(ONE_COLUMN).matches);
