import { Component, type ReactNode } from 'react';

interface Props {
  /** What failed, for the sentence: `Timeline`. */
  readonly name: string;
  readonly children: ReactNode;
}

interface State {
  readonly failed: { readonly message: string } | null;
}

/**
 * Keeps one panel's failure to itself: says what happened and draws the panel again on request. React offers this to
 * classes alone.
 */
export class ErrorBoundary extends Component<Props, State> {
  override state: State = { failed: null };

  static getDerivedStateFromError(thrown: unknown): State {
    return { failed: { message: thrown instanceof Error ? thrown.message : String(thrown) } };
  }

  override render(): ReactNode {
    const { failed } = this.state;
    if (!failed) return this.props.children;
    return (
      <div className="broken" role="alert">
        <p>
          <strong>{this.props.name} could not be drawn.</strong> This is a fault of the page, not of your program; your
          text and the other panels are as they were.
        </p>
        <code>{failed.message}</code>
        <button type="button" className="button" onClick={() => this.setState({ failed: null })}>
          Draw it again
        </button>
      </div>
    );
  }
}
