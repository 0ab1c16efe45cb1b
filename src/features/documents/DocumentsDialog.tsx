import { type RefObject, useEffect, useId, useRef } from 'react';
import { DAMAGED, DOCUMENTS, STORAGE } from '../../app/state/messages.ts';
import type { ListedDocument } from '../../app/state/state.ts';
import { MAX_TITLE_LENGTH } from '../../app/storage/documents.ts';
import { openFile } from '../../app/storage/open-file.ts';
import { isPointerKey } from '../../app/storage/stored-record.ts';
import { CommandButton } from '../../components/CommandButton.tsx';
import { useActions, useApp } from '../../components/hooks/context.ts';
import { countOf } from '../../lib/phrases.ts';
import { DocumentLine } from './DocumentLine.tsx';
import { UnreadableLine } from './UnreadableLine.tsx';

/** The documents of this browser: the current one, to be named, and the others, to be opened. */
export default function DocumentsDialog() {
  const list = useRef<HTMLUListElement>(null);
  const documents = useApp((state) => state.documents);
  const others = documents.filter(({ here }) => !here);
  const readable = others.filter(({ unreadable }) => unreadable === null);
  const unreadable = others.filter((one) => one.unreadable !== null);
  useOtherTabs();
  return (
    <>
      <CurrentDocument kept={documents.find(({ here }) => here)} />
      <DocumentNotices />
      <h3 className="panel-title documents-head">Other documents</h3>
      {readable.length === 0 && <p className="nothing">No other documents yet.</p>}
      <ul ref={list} className="documents" aria-label="Other documents" tabIndex={-1}>
        {readable.map((document) => (
          <DocumentLine key={document.id} document={document} onRemoved={() => focusFirstDocument(list)} />
        ))}
      </ul>
      {unreadable.length > 0 && (
        <>
          <h3 className="panel-title documents-head">Documents that cannot be read</h3>
          <p className="document-about">They stay as they are until you delete them.</p>
          <ul className="documents" aria-label="Documents that cannot be read">
            {unreadable.map((document) => (
              <UnreadableLine key={document.id} document={document} onRemoved={() => focusFirstDocument(list)} />
            ))}
          </ul>
        </>
      )}
      <div className="documents-foot">
        <StorageUse documents={documents} />
        <OpenFile />
      </div>
    </>
  );
}

/** Reloads the list when another tab changes it: browsers notify every tab but that one. */
function useOtherTabs() {
  const { documents, scheduler } = useActions();
  useEffect(() => {
    const refresh = scheduler.coalesce(documents.refresh);
    const look = ({ key }: StorageEvent) => {
      // Without a key the whole storage was cleared.
      if (key === null || isPointerKey(key)) refresh.request();
    };
    window.addEventListener('storage', look);
    return () => {
      window.removeEventListener('storage', look);
      refresh.cancel();
    };
  }, [documents, scheduler]);
}

/** Notices about documents: the page's own list of notices is behind the dialog. */
function DocumentNotices() {
  const { runNoticeAction } = useActions();
  const notices = useApp((state) => state.notices);
  const listed = notices.filter(
    ({ id, action }) => id === DOCUMENTS || id === DAMAGED || action?.kind === 'bring-back',
  );
  return listed.map(({ id, text, severity, action }) => (
    <p key={id} className={`document-told notice-${severity}`} role={severity === 'error' ? 'alert' : undefined}>
      {text}
      {action && (
        <button type="button" className="button" aria-description={text} onClick={() => runNoticeAction(id)}>
          {action.label}
        </button>
      )}
    </p>
  ));
}

/** The button that had the focus is gone with its line. */
const focusFirstDocument = (list: RefObject<HTMLUListElement | null>) =>
  (list.current?.querySelector<HTMLElement>('.document-open') ?? list.current)?.focus();

function CurrentDocument({ kept }: { kept: ListedDocument | undefined }) {
  const { documents } = useActions();
  const title = useApp((state) => state.document.title);
  const isRefused = useApp(({ notices }) => notices.some((notice) => notice.id === STORAGE));
  const id = useId();
  return (
    <div className="document-here">
      <label htmlFor={id}>Name of this document</label>
      <div className="document-line">
        <input
          // Undo may change the name: a new key resets the field.
          key={title}
          id={id}
          className="field document-name"
          defaultValue={title ?? ''}
          maxLength={MAX_TITLE_LENGTH}
          autoComplete="off"
          placeholder="Unnamed"
          aria-describedby={`${id}-how`}
          onBlur={({ target }) => documents.rename(null, target.value)}
          onKeyDown={({ key, currentTarget }) => key === 'Enter' && documents.rename(null, currentTarget.value)}
        />
        {kept && (
          <button type="button" className="button" onClick={() => documents.duplicate(kept.id)}>
            Duplicate
          </button>
        )}
        <button type="button" className="button" onClick={() => documents.exportFile(null)}>
          Download
        </button>
        <CommandButton command="new-program" label="New" />
      </div>
      <p id={`${id}-how`} className="document-about">
        {saveState(kept, isRefused)}
      </p>
    </div>
  );
}

function saveState(kept: ListedDocument | undefined, isRefused: boolean): string {
  if (!kept && !isRefused) return 'Not saved; saves on the first edit.';
  if (!kept?.kept) return 'Not saved: the browser does not allow it. Download it to keep it.';
  return `${kept.about} · saved${kept.elsewhere ? ' · also open in another tab: edits here go to a copy' : ''}`;
}

/** Opens a file: an exported document, or a text in any form that can be pasted. */
function OpenFile() {
  const { documents } = useActions();
  const id = useId();
  return (
    <label className="button document-file" htmlFor={id}>
      Open file
      <input
        id={id}
        type="file"
        className="document-file-input"
        onChange={({ target }) => {
          const [file] = target.files ?? [];
          if (file) void openFile(documents, file);
          // The same file can be chosen again.
          target.value = '';
        }}
      />
    </label>
  );
}

/** How much is stored, and how long it stays. */
function StorageUse({ documents }: { documents: readonly ListedDocument[] }) {
  const kept = documents.filter((one) => one.kept);
  const size = kept.reduce((sum, one) => sum + one.size, 0);
  return (
    <p className="document-room">
      {countOf(kept.length, 'document')} saved, {sizeOf(size)}. They stay until you delete them; a message says when
      storage is full. Clearing the data of this site deletes them: download what you cannot lose.
    </p>
  );
}

const sizeOf = (characters: number): string =>
  characters < 1_000_000 ? `${Math.ceil(characters / 1000)} kB` : `${(characters / 1_000_000).toFixed(1)} MB`;
