import { useId, useRef, useState } from 'react';
import type { ListedDocument } from '../../app/state/state.ts';
import { MAX_TITLE_LENGTH } from '../../app/storage/documents.ts';
import { useActions } from '../../components/hooks/context.ts';
import { useFocus } from '../../components/hooks/use-focus.ts';
import { Icon, type IconName } from '../../components/Icon.tsx';

interface Props {
  readonly document: ListedDocument;
  /** The line disappears, and the focus with it. */
  onRemoved(): void;
}

/** A saved document with its tools. Its name opens it. */
export function DocumentLine({ document, onRemoved }: Props) {
  const { documents } = useActions();
  const { id, title, about, at, kept, elsewhere } = document;
  const [naming, setNaming] = useState(false);
  const pencil = useRef<HTMLButtonElement>(null);
  const aboutId = useId();
  const name = title || 'Empty program';
  const busy = elsewhere ? 'open in another tab' : null;
  return (
    <li className="document">
      <div className="document-line">
        {naming ? (
          <NameField
            title={title}
            onDone={(wanted, byKey) => {
              setNaming(false);
              if (wanted !== null) documents.rename(id, wanted);
              if (byKey) requestAnimationFrame(() => pencil.current?.focus());
            }}
          />
        ) : (
          <button
            type="button"
            className="button document-open"
            aria-label={`Open ${name}`}
            aria-describedby={aboutId}
            onClick={() => documents.open(id)}
          >
            {name}
          </button>
        )}
        <Tool ref={pencil} icon="rename" name={`Rename ${name}`} refused={busy} onPress={() => setNaming(true)} />
        <Tool icon="download" name={`Download ${name}`} refused={null} onPress={() => documents.exportFile(id)} />
        <Tool icon="duplicate" name={`Duplicate ${name}`} refused={null} onPress={() => documents.duplicate(id)} />
        <Tool
          icon="remove"
          name={`Delete ${name}`}
          refused={busy}
          onPress={() => {
            documents.remove(id);
            requestAnimationFrame(onRemoved);
          }}
        />
      </div>
      <p id={aboutId} className="document-about">
        {about !== '' && `${about} · `}
        <SavedAt at={at} />
        {elsewhere && ' · open in another tab'}
        {!kept && ' · not saved: only in this page'}
      </p>
    </li>
  );
}

const WHEN = new Intl.DateTimeFormat('en', { dateStyle: 'medium', timeStyle: 'short' });

/** When a document was saved, if that is known. */
export const SavedAt = ({ at }: { at: number | null }) =>
  at === null || !Number.isFinite(new Date(at).getTime()) ? (
    'date unknown'
  ) : (
    <time dateTime={new Date(at).toISOString()}>{WHEN.format(at)}</time>
  );

interface ToolProps {
  readonly ref?: React.Ref<HTMLButtonElement>;
  readonly icon: IconName;
  readonly name: string;
  /** Why the tool is unavailable; null where it is available. */
  readonly refused: string | null;
  onPress(): void;
}

const Tool = ({ ref, icon, name, refused, onPress }: ToolProps) => (
  <button
    ref={ref}
    type="button"
    className="button button-bare button-icon"
    aria-label={name}
    data-tip={refused === null ? name : `${name}: ${refused}`}
    aria-disabled={refused !== null || undefined}
    aria-description={refused ?? undefined}
    onClick={() => refused === null && onPress()}
  >
    <Icon name={icon} />
  </button>
);

/** Edits the name in place. Escape cancels. */
function NameField({ title, onDone }: { title: string; onDone(title: string | null, byKey: boolean): void }) {
  const field = useFocus<HTMLInputElement>();
  // An untouched field changes nothing: a document without a name stays without one.
  const done = (value: string, byKey: boolean) => onDone(value === title ? null : value, byKey);
  return (
    <input
      ref={field}
      className="field document-name"
      data-own-escape
      aria-label={`New name for ${title}`}
      defaultValue={title}
      maxLength={MAX_TITLE_LENGTH}
      autoComplete="off"
      onKeyDown={({ key, currentTarget }) => {
        if (key === 'Enter') done(currentTarget.value, true);
        if (key === 'Escape') onDone(null, true);
      }}
      onFocus={({ currentTarget }) => currentTarget.select()}
      onBlur={({ currentTarget }) => done(currentTarget.value, false)}
    />
  );
}
