import { useSyncExternalStore } from 'react';

/** Width at which the page becomes one column, as in the style sheets. */
const ONE_COLUMN = '(max-width: 700px)';

const listen = (changed: () => void) => {
  const query = matchMedia(ONE_COLUMN);
  query.addEventListener('change', changed);
  return () => query.removeEventListener('change', changed);
};

/** Whether panels are stacked in one column. */
export const useNarrow = (): boolean => useSyncExternalStore(listen, () => matchMedia(ONE_COLUMN).matches);
