import { Component, type ReactNode } from 'react';

interface Props {
  /** What failed, as the subject of the sentence: `Timeline`. */
  readonly name: string;
  readonly children: ReactNode;
}

interface State {
  readonly failed: { readonly message: string } | null;
}

/**
 * Contains the failure of one panel: says what happened and renders the panel again on request. React supports this only in
 * classes.
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
          <strong>{this.props.name} could not be displayed.</strong> This is a bug in the page, not in your program.
          Your text and the other panels are unchanged.
        </p>
        <code>{failed.message}</code>
        <button type="button" className="button" onClick={() => this.setState({ failed: null })}>
          Try again
        </button>
      </div>
    );
  }
}
