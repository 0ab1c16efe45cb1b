import type { ReactNode } from 'react';
import { ErrorBoundary } from './ErrorBoundary.tsx';

interface Props {
  /** Names the region, too. */
  readonly title: string;
  readonly className?: string;
  /** Stands at the right end of the title's line. */
  readonly aside?: ReactNode;
  readonly children?: ReactNode;
}

/** A titled region of the page; what fails inside does not leave it. */
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
