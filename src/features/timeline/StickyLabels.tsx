import { type RefObject, useEffect } from 'react';
import type { Scene } from '../../layout/scene.ts';
import { stickLabels } from './sticky-labels.ts';

interface Props {
  /** The box that scrolls. */
  readonly box: RefObject<HTMLElement | null>;
  /** What is drawn in it. */
  readonly scene: Scene;
  /** Where that begins, in px from the beginning of the run. */
  readonly offset: number;
}

/** No end of a label without its beginning, however far the drawing is scrolled. Draws nothing; loaded by itself. */
export function StickyLabels({ box, scene, offset }: Props) {
  // biome-ignore lint/correctness/useExhaustiveDependencies: the labels are those of this scene
  useEffect(() => (box.current ? stickLabels(box.current, offset) : undefined), [box, scene, offset]);
  return null;
}
