import { ErrorBoundary } from '../../components/ErrorBoundary.tsx';
import { lazyComponent } from '../../components/lazy-component.tsx';

// Requested at once and not at the first render, so that the panel fills early.
const loading = import('./Inspector.tsx');
const Inspector = lazyComponent(() => loading);

/** Everything about the current row or statement. */
export const InspectorPanel = () => (
  <section className="panel inspector" aria-label="Inspector">
    <ErrorBoundary name="Inspector">
      <Inspector />
    </ErrorBoundary>
  </section>
);
