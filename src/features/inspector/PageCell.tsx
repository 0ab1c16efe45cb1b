interface Props {
  readonly layer: 'memory' | 'hardware' | 'held';
  readonly text: string;
  readonly note?: string;
  readonly changed: boolean;
  /** Of the step: what changed is drawn, and so animated, anew at each. */
  readonly place: string;
  /** It came from the queue: it moves in from there. */
  readonly from?: boolean;
  /** What was there before and is gone: it fades out. */
  readonly lost?: string;
}

/** One layer of one page. What moves says so in words, too (`movesOf`): where motion is unwanted nothing is missing. */
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
