import { Component, type ReactNode } from 'react';
import { Failure } from './Failure.tsx';
import { LOAD_FAILED } from './lazy-component.tsx';

interface Props {
  /** What failed, as the subject of the sentence: `Timeline`. */
  readonly name: string;
  readonly children: ReactNode;
}

interface State {
  readonly failed: { readonly message: string; readonly isMissing: boolean } | null;
}

/**
 * Contains the failure of one panel: says what happened and renders the panel again on request. React supports this only in
 * classes.
 */
export class ErrorBoundary extends Component<Props, State> {
  override state: State = { failed: null };

  static getDerivedStateFromError(thrown: unknown): State {
    const { name, message } = thrown instanceof Error ? thrown : { name: '', message: String(thrown) };
    return { failed: { message, isMissing: name === LOAD_FAILED } };
  }

  override render(): ReactNode {
    const { failed } = this.state;
    if (!failed) return this.props.children;
    return <Failure name={this.props.name} {...failed} onRetry={() => this.setState({ failed: null })} />;
  }
}
