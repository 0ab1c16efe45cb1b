import { useId, useState } from 'react';
import type { ListedDocument } from '../../app/state/state.ts';
import { useActions } from '../../components/hooks/context.ts';
import { useFocus } from '../../components/hooks/use-focus.ts';
import { SavedAt } from './DocumentLine.tsx';

interface Props {
  readonly document: ListedDocument;
  /** The line disappears, and the focus with it. */
  onRemoved(): void;
}

/** A document that this version cannot read: why, and what can be done with its bytes. */
export function UnreadableLine({ document, onRemoved }: Props) {
  const { documents } = useActions();
  const { id, title, at, elsewhere, unreadable } = document;
  const [isAsking, setAsking] = useState(false);
  const aboutId = useId();
  const name = title || 'Untitled document';
  if (!unreadable) return null;
  return (
    <li className="document">
      <p className="document-title">{name}</p>
      <p id={aboutId} className="document-about">
        <strong>{unreadable.kind === 'newer' ? 'Made by a newer version' : 'Damaged'}</strong>,{' '}
        {at !== null && 'saved '}
        <SavedAt at={at} />: {unreadable.reason}
        {elsewhere && ' · open in another tab'}
      </p>
      {isAsking ? (
        <ConfirmDelete
          name={name}
          onDone={(confirmed) => {
            setAsking(false);
            if (confirmed) documents.remove(id);
            if (confirmed) requestAnimationFrame(onRemoved);
          }}
        />
      ) : (
        <div className="document-line">
          <LineButton label="Download" name={name} about={aboutId} onPress={() => documents.exportFile(id)} />
          {unreadable.hasCopy && (
            <LineButton label="Open copy" name={name} about={aboutId} onPress={() => documents.open(id)} />
          )}
          {!elsewhere && <LineButton label="Delete" name={name} about={aboutId} onPress={() => setAsking(true)} />}
        </div>
      )}
    </li>
  );
}

interface LineButtonProps {
  readonly label: string;
  readonly name: string;
  readonly about: string;
  onPress(): void;
}

const LineButton = ({ label, name, about, onPress }: LineButtonProps) => (
  <button type="button" className="button" aria-label={`${label} ${name}`} aria-describedby={about} onClick={onPress}>
    {label}
  </button>
);

/** Asks before bytes that a newer version may be able to read are deleted. Escape cancels. */
function ConfirmDelete({ name, onDone }: { name: string; onDone(confirmed: boolean): void }) {
  const cancel = useFocus<HTMLButtonElement>();
  return (
    <fieldset
      className="document-line document-confirm"
      aria-label={`Delete ${name}`}
      data-own-escape
      onKeyDown={({ key }) => key === 'Escape' && onDone(false)}
    >
      <span>Delete the original data?</span>
      <button type="button" className="button" aria-label={`Delete the data of ${name}`} onClick={() => onDone(true)}>
        Delete
      </button>
      <button ref={cancel} type="button" className="button" onClick={() => onDone(false)}>
        Cancel
      </button>
    </fieldset>
  );
}
