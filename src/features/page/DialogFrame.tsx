import { Dialog } from 'radix-ui';
import { type ReactNode, useEffect, useRef } from 'react';
import type { Dialog as Name } from '../../app/state/state.ts';
import { useActions } from '../../components/hooks/context.ts';
import { Icon } from '../../components/Icon.tsx';
import { fetched } from '../../components/lazy-component.tsx';
import { LAZY_MMU } from '../../components/lazy-mmu.ts';

interface Contents {
  readonly title: string;
  /** What a screen reader says behind the title. */
  readonly says: string;
  /** Uses what width there is. */
  readonly wide?: true;
  /** Loaded when it is first asked for. */
  readonly Body: (props: { until: ReactNode }) => ReactNode;
}

const PICTURES =
  'From the same drawing as the page, for a slide, a bug report or paper. It is made here, and nothing is sent anywhere.';

const DIALOGS: Readonly<Record<Name, Contents>> = {
  'add-event': {
    title: 'Add an event',
    says: 'At the caret. Type a part of a name; Enter adds the one that is marked.',
    Body: fetched(() => import('../editor/AddDialog.tsx')),
  },
  documents: {
    title: 'Documents',
    says: 'Programs that you changed are kept in this browser by themselves, with what can be undone. Nothing is sent anywhere.',
    Body: fetched(() => import('../documents/DocumentsDialog.tsx')),
  },
  help: {
    title: 'Help',
    says: `${LAZY_MMU} Here a program of such calls runs on a model of the kernel, call by call. Keys work wherever no text is being edited. The keys of this list can be changed: press one for another, or the + beside it to give a command one key more. A click on a column of the timeline goes there; a click between two columns puts the caret there. Everything happens in this page, and nothing is sent anywhere.`,
    Body: fetched(() => import('../help/HelpDialog.tsx')),
  },
  compare: {
    title: 'Compare',
    says: 'The same program under several revisions and architectures. What is marked differs from the first column as seen from outside: in callbacks, in the mode afterwards, in what the checks print, or in what became of the updates.',
    wide: true,
    Body: fetched(() => import('../compare/CompareDialog.tsx')),
  },
  explore: {
    title: 'Explore',
    says: 'Searches every sequence of events, shortest first. Every counterexample is replayed by the simulator before it is shown. Runs in the background; nothing leaves your browser.',
    wide: true,
    Body: fetched(() => import('../explore/ExploreDialog.tsx')),
  },
  modelled: {
    title: 'What is modelled',
    says: 'How far what is shown can be relied on: what is compared, simplified, inferred, left out and not known.',
    wide: true,
    Body: fetched(() => import('../model/ModelledDialog.tsx')),
  },
  picture: {
    title: 'Picture',
    says: PICTURES,
    wide: true,
    Body: fetched(() => import('../share/PictureDialog.tsx')),
  },
  'comparison-picture': {
    title: 'Picture',
    says: PICTURES,
    wide: true,
    Body: fetched(() => import('../share/ComparisonPicture.tsx')),
  },
  palette: {
    title: 'Commands',
    says: 'Type a part of a name. Enter does the one that is marked.',
    Body: fetched(() => import('../palette/PaletteDialog.tsx')),
  },
  'go-to': {
    title: 'Go to',
    says: 'A row by its number on the timeline, a line by its number in the text, or a finding by its place among the findings.',
    Body: fetched(() => import('../timeline/GoToDialog.tsx')),
  },
};

interface Props {
  readonly name: Name;
  /** Stands in its place until the contents are there. */
  readonly first: ReactNode;
}

/** The dialog that is open. One frame for all of them, so that one may lead to another and the focus still finds home. */
export default function DialogFrame({ name, first }: Props) {
  const { perform } = useActions();
  const { title, says, wide, Body } = DIALOGS[name];
  const frame = useRef<HTMLDivElement>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: another dialog begins at its top
  useEffect(() => {
    frame.current?.scrollTo(0, 0);
  }, [name]);
  return (
    <Dialog.Root open onOpenChange={(open) => !open && perform('leave')}>
      <Dialog.Portal>
        <Dialog.Overlay className="veil" />
        <Dialog.Content
          ref={frame}
          className={`dialog dialog-${name}${wide ? ' dialog-wide' : ''}`}
          onEscapeKeyDown={(event) => {
            // What waits for a key takes Escape as its own way out.
            if (document.activeElement?.closest('[data-own-escape]')) event.preventDefault();
          }}
          // There is no trigger to give the focus back to; who opened it does.
          onCloseAutoFocus={(event) => event.preventDefault()}
        >
          <div className="dialog-head">
            <Dialog.Title className="dialog-title">{title}</Dialog.Title>
            <Dialog.Close className="button button-bare button-icon" aria-label="Close">
              <Icon name="close" />
            </Dialog.Close>
          </div>
          <Dialog.Description className="dialog-text">{says}</Dialog.Description>
          <Body until={first} />
        </Dialog.Content>
      </Dialog.Portal>
    </Dialog.Root>
  );
}
