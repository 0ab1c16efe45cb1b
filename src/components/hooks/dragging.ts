import {
  draggable,
  dropTargetForElements,
  type ElementDragPayload,
} from '@atlaskit/pragmatic-drag-and-drop/element/adapter';
import { setCustomNativeDragPreview } from '@atlaskit/pragmatic-drag-and-drop/element/set-custom-native-drag-preview';
import type { App } from '../../app/app.ts';
import { type Dragged, type DropTarget, drop } from '../../app/command/drop.ts';

/** Native drag and drop; a chunk of its own that loads after the first paint. */

/** Makes an element draggable. Returns the cleanup function. */
export const makeDraggable = (element: HTMLElement, dragged: Dragged): (() => void) =>
  draggable({
    element,
    getInitialData: () => ({ dragged }),
    // A whole column as preview would hide the target: its name is enough.
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
  readonly actions: App;
  readonly element: HTMLElement;
  /** The drop position for a point of the window; null if there is none. */
  placeAt(x: number, y: number): DropTarget | null;
  /** Called with the drop position while dragging over the target, with null when leaving it. */
  onOver(place: DropTarget | null): void;
}

/** Makes an element a drop target. Returns the cleanup function. */
export function makeDropTarget({ actions, element, placeAt, onOver }: Target): () => void {
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
      if (place && dragged) drop(actions, dragged, place);
    },
  });
}

/** Reads a payload of this page; any other payload is null. */
function draggedOf({ data }: ElementDragPayload): Dragged | null {
  const { dragged } = data;
  if (typeof dragged !== 'object' || dragged === null) return null;
  if ('row' in dragged && typeof dragged.row === 'number') return { row: dragged.row };
  return 'command' in dragged && typeof dragged.command === 'string' ? { command: dragged.command } : null;
}
