import { ErrorBoundary } from '../../components/ErrorBoundary.tsx';
import { lazyComponent } from '../../components/lazy-component.tsx';

// Asked for at once, not when the panel is first drawn: it fills before anybody looks.
const loading = import('./Inspector.tsx');
const Inspector = lazyComponent(() => loading);

/** Everything about the row, or the statement, that is looked at. */
export const InspectorPanel = () => (
  <section className="panel inspector" aria-label="Inspector">
    <ErrorBoundary name="Inspector">
      <Inspector />
    </ErrorBoundary>
  </section>
);
