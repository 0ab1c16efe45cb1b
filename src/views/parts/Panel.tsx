import { type ReactNode, useId } from 'react';
import { ErrorBoundary } from './ErrorBoundary.tsx';

interface Props {
  /** Names the region, too. */
  readonly title: string;
  readonly className?: string;
  /** Stands at the right end of the title's line. */
  readonly aside?: ReactNode;
  readonly children: ReactNode;
}

/** A titled region of the page; what fails inside does not leave it. */
export function Panel({ title, className = '', aside, children }: Props) {
  const id = useId();
  return (
    <section className={`panel ${className}`} aria-labelledby={id}>
      <div className="panel-head">
        <h2 id={id} className="panel-title">
          {title}
        </h2>
        {aside}
      </div>
      <ErrorBoundary name={title}>{children}</ErrorBoundary>
    </section>
  );
}
