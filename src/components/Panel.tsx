import type { ReactNode } from 'react';
import { ErrorBoundary } from './ErrorBoundary.tsx';

interface Props {
  /** Heading and accessible name of the region. */
  readonly title: string;
  readonly className?: string;
  /** Content at the right end of the heading. */
  readonly aside?: ReactNode;
  readonly children?: ReactNode;
}

/** A titled region of the page with an error boundary. */
export const Panel = ({ title, className = '', aside, children }: Props) => (
  <section className={`panel ${className}`} aria-label={title}>
    <ErrorBoundary name={title}>
      <div className="panel-head">
        <h2 className="panel-title">{title}</h2>
        {aside}
      </div>
      {children}
    </ErrorBoundary>
  </section>
);
