import { type RefObject, useEffect } from 'react';
import type { Scene } from '../../layout/scene.ts';
import { stickLabels } from './sticky-labels.ts';

interface Props {
  /** The scrolling box. */
  readonly box: RefObject<HTMLElement | null>;
  /** The scene in it. */
  readonly scene: Scene;
  /** The left edge of the scene, in px from the start of the run. */
  readonly offset: number;
}

/** Keeps labels whole at the left edge while the drawing scrolls. Renders nothing; loaded lazily. */
export function StickyLabels({ box, scene, offset }: Props) {
  // biome-ignore lint/correctness/useExhaustiveDependencies: the labels belong to this scene
  useEffect(() => (box.current ? stickLabels(box.current, offset) : undefined), [box, scene, offset]);
  return null;
}
