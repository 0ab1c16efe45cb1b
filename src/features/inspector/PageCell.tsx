interface Props {
  readonly layer: 'memory' | 'hardware' | 'held';
  readonly text: string;
  readonly note?: string;
  readonly changed: boolean;
  /** Identifies the step, so that changed values are animated at each step. */
  readonly place: string;
  /** The value came from the queue, from where it moves in. */
  readonly from?: boolean;
  /** The lost value, which fades out. */
  readonly lost?: string;
}

/** One layer of one page. `describeFlushes` says in words what the animation shows. */
export const PageCell = ({ layer, text, note = '', changed, place, from = false, lost = '' }: Props) => (
  <td data-from={from || undefined}>
    <span
      key={changed ? place : ''}
      className={`page-cell page-cell-${layer}`}
      data-filled={(text !== '' && text !== 'none') || undefined}
      data-changed={changed || undefined}
    >
      {text}
      {note !== '' && <em className="page-note"> {note}</em>}
      {lost !== '' && (
        <span className="page-ghost" aria-hidden="true">
          {lost}
        </span>
      )}
    </span>
  </td>
);
