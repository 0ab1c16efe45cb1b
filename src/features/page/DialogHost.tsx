import { useEffect, useMemo, useState } from 'react';
import type { Dialog } from '../../app/state/state.ts';
import { useActions, useApp } from '../../components/hooks/context.ts';
import { useFocus } from '../../components/hooks/use-focus.ts';
import { lazyComponent } from '../../components/lazy-component.tsx';
import { type TypeAhead, TypeAheadContext } from '../../components/type-ahead.ts';

const DialogFrame = lazyComponent(() => import('./DialogFrame.tsx'));

/** Titles of the dialogs whose text field has the focus at once. */
const FIELD_TITLES: Partial<Record<Dialog, string>> = { palette: 'Commands', 'go-to': 'Go to' };

/** The open dialog, loaded on first use. */
export function DialogHost() {
  const name = useApp((state) => state.dialog);
  return name && <MountedDialog name={name} />;
}

function MountedDialog({ name }: { name: Dialog }) {
  // A key may have opened the dialog from anywhere, so there is no trigger to return the focus to.
  const [from] = useState(() => document.activeElement);
  useEffect(
    () => () => {
      if (from instanceof HTMLElement) from.focus();
    },
    [from],
  );
  // biome-ignore lint/correctness/useExhaustiveDependencies: text typed for one dialog is not meant for the next
  const ahead = useMemo((): TypeAhead => ({ text: '', entered: false }), [name]);
  const title = FIELD_TITLES[name];
  const field = title && <TypeAheadField key={name} title={title} ahead={ahead} />;
  return (
    <TypeAheadContext value={ahead}>
      <DialogFrame
        name={name}
        first={field}
        fallback={
          field && (
            <>
              <div className="veil" />
              <div className={`dialog dialog-first dialog-${name}`} role="dialog" aria-label={title} aria-busy>
                <p className="dialog-title">{title}</p>
                {field}
              </div>
            </>
          )
        }
      />
    </TypeAheadContext>
  );
}

/** Takes typed text until the dialog's own field has loaded; otherwise a letter would be lost or act as a shortcut. */
function TypeAheadField({ title, ahead }: { title: string; ahead: TypeAhead }) {
  const { perform } = useActions();
  const field = useFocus<HTMLInputElement>();
  return (
    <input
      ref={field}
      className="field finder-input"
      aria-label={title}
      autoComplete="off"
      spellCheck={false}
      defaultValue={ahead.text}
      onInput={({ currentTarget }) => {
        ahead.text = currentTarget.value;
      }}
      onKeyDown={(event) => {
        if (event.key === 'Escape') perform('leave');
        else if (event.key === 'Enter' && !event.nativeEvent.isComposing) ahead.entered = ahead.text !== '';
        if (ahead.entered) event.preventDefault();
      }}
    />
  );
}
