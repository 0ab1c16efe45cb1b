import { Dialog } from 'radix-ui';
import { type ReactNode, useEffect, useRef } from 'react';
import type { Dialog as Name } from '../../app/state/state.ts';
import { useActions } from '../../components/hooks/context.ts';
import { Icon } from '../../components/Icon.tsx';
import { lazyComponent } from '../../components/lazy-component.tsx';
import { LAZY_MMU_DEFINITION } from '../../components/lazy-mmu-definition.ts';

interface Contents {
  readonly title: string;
  /** The description below the title. */
  readonly says: string;
  /** Uses the available width. */
  readonly wide?: true;
  /** Loaded on first use. */
  readonly Body: (props: { fallback: ReactNode }) => ReactNode;
}

const PICTURES =
  'The same drawing as on the page, for a slide, a bug report or a paper. It is created in this page; nothing is sent anywhere.';

const DIALOGS: Readonly<Record<Name, Contents>> = {
  'add-event': {
    title: 'Insert event',
    says: 'At the caret. Type part of a name; Enter inserts the highlighted event.',
    Body: lazyComponent(() => import('../editor/InsertDialog.tsx')),
  },
  documents: {
    title: 'Documents',
    says: 'Programs that you edit are saved in this browser automatically, with their undo history. Nothing is sent anywhere.',
    Body: lazyComponent(() => import('../documents/DocumentsDialog.tsx')),
  },
  help: {
    title: 'Help',
    says: `${LAZY_MMU_DEFINITION} This page runs a program of such calls on a model of the kernel, call by call. Keys work whenever you are not editing text. Click a key in this list to change it, or + to add another. Click a column of the timeline to go there; click between two columns to place the caret. Everything runs in this page; nothing is sent anywhere.`,
    Body: lazyComponent(() => import('../help/HelpDialog.tsx')),
  },
  compare: {
    title: 'Compare',
    says: 'The same program under several revisions and architectures. Marked cells differ observably from column 1: in callbacks, in the mode afterwards, in the checks that print, or in the outcome of updates.',
    wide: true,
    Body: lazyComponent(() => import('../compare/CompareDialog.tsx')),
  },
  explore: {
    title: 'Explore',
    says: 'Searches every sequence of events, shortest first. Every counterexample is replayed by the simulator before it is shown. Runs in the background; nothing leaves your browser.',
    wide: true,
    Body: lazyComponent(() => import('../explore/ExploreDialog.tsx')),
  },
  model: {
    title: 'About the model',
    says: 'How accurate is this? Lists which facts were compared with the kernel, simplified, inferred, left out or unknown.',
    wide: true,
    Body: lazyComponent(() => import('../model/ModelDialog.tsx')),
  },
  picture: {
    title: 'Picture',
    says: PICTURES,
    wide: true,
    Body: lazyComponent(() => import('../share/PictureDialog.tsx')),
  },
  'comparison-picture': {
    title: 'Picture',
    says: PICTURES,
    wide: true,
    Body: lazyComponent(() => import('../share/ComparisonPicture.tsx')),
  },
  palette: {
    title: 'Commands',
    says: 'Type part of a name. Enter runs the highlighted command.',
    Body: lazyComponent(() => import('../palette/PaletteDialog.tsx')),
  },
  'go-to': {
    title: 'Go to',
    says: 'An event by its number on the timeline, a line by its number in the text, or a problem by its position among the problems.',
    Body: lazyComponent(() => import('../timeline/GoToDialog.tsx')),
  },
};

interface Props {
  readonly name: Name;
  /** Placeholder until the contents have loaded. */
  readonly first: ReactNode;
}

/** The open dialog. All dialogs share one frame, so that one can lead to another without losing the way back of the focus. */
export default function DialogFrame({ name, first }: Props) {
  const { perform } = useActions();
  const { title, says, wide, Body } = DIALOGS[name];
  const frame = useRef<HTMLDivElement>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: another dialog starts at its top
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
            // An element that captures keys handles Escape itself.
            if (document.activeElement?.closest('[data-own-escape]')) event.preventDefault();
          }}
          // There is no trigger; DialogHost restores the focus.
          onCloseAutoFocus={(event) => event.preventDefault()}
        >
          <div className="dialog-head">
            <Dialog.Title className="dialog-title">{title}</Dialog.Title>
            <Dialog.Close className="button button-bare button-icon" aria-label="Close">
              <Icon name="close" />
            </Dialog.Close>
          </div>
          <Dialog.Description className="dialog-text">{says}</Dialog.Description>
          <Body fallback={first} />
        </Dialog.Content>
      </Dialog.Portal>
    </Dialog.Root>
  );
}
