import {
  draggable,
  dropTargetForElements,
  type ElementDragPayload,
} from '@atlaskit/pragmatic-drag-and-drop/element/adapter';
import { setCustomNativeDragPreview } from '@atlaskit/pragmatic-drag-and-drop/element/set-custom-native-drag-preview';
import type { Place } from '../../app/command/drop.ts';

/** What the page is told while something is dragged over it. Loaded by itself, when the page stands. */

/** A row of the program, or a command that adds an event. */
export type Dragged = { readonly row: number } | { readonly command: string };

/** Lets an element be dragged. Returns what ends that. */
export const letDrag = (element: HTMLElement, dragged: Dragged): (() => void) =>
  draggable({
    element,
    getInitialData: () => ({ dragged }),
    // A whole column would hide where it goes: its name is enough.
    onGenerateDragPreview: ({ nativeSetDragImage }) =>
      setCustomNativeDragPreview({
        nativeSetDragImage,
        render({ container }) {
          const name = document.createElement('span');
          name.className = 'drag-name';
          const several = element.closest('[data-selected]')?.parentElement?.dataset.selectedRows;
          name.textContent = several ?? element.querySelector('.column-name')?.textContent ?? element.textContent;
          container.append(name);
        },
      }),
  });

interface Target {
  readonly element: HTMLElement;
  /** Where something would go that is dropped at a point of the window; null for nowhere. */
  placeAt(x: number, y: number): Place | null;
  /** It is over the target, and would go there; null: it has left. */
  onOver(place: Place | null): void;
  onDrop(dragged: Dragged, place: Place): void;
}

/** Lets things be dropped on an element. Returns what ends that. */
export function letDrop({ element, placeAt, onOver, onDrop }: Target): () => void {
  return dropTargetForElements({
    element,
    canDrop: ({ source }) => draggedOf(source) !== null,
    onDrag: ({ location }) => {
      const { clientX, clientY } = location.current.input;
      onOver(placeAt(clientX, clientY));
    },
    onDragLeave: () => onOver(null),
    onDrop: ({ source, location }) => {
      const { clientX, clientY } = location.current.input;
      const place = placeAt(clientX, clientY);
      const dragged = draggedOf(source);
      onOver(null);
      if (place && dragged) onDrop(dragged, place);
    },
  });
}

/** Only what this page began to drag: a payload of another kind is none. */
function draggedOf({ data }: ElementDragPayload): Dragged | null {
  const { dragged } = data;
  if (typeof dragged !== 'object' || dragged === null) return null;
  if ('row' in dragged && typeof dragged.row === 'number') return { row: dragged.row };
  return 'command' in dragged && typeof dragged.command === 'string' ? { command: dragged.command } : null;
}
