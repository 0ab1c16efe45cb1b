import { memo } from 'react';
import type { Scene } from '../../layout/scene.ts';
import { Boxes } from './Boxes.tsx';
import { Hatching } from './Hatching.tsx';
import { Labels } from './Labels.tsx';
import { Marks } from './Marks.tsx';
import { Paths } from './Paths.tsx';

/** Draws a scene as SVG. Hidden from screen readers, which have the call table instead. */
export const SceneView = memo(({ scene, current }: { scene: Scene; current: number }) => (
  <svg className="scene" width={scene.width} height={scene.height} aria-hidden="true">
    <Hatching />
    <Paths items={scene.paths} />
    <Boxes items={scene.boxes} />
    <Labels items={scene.labels} current={current} />
    <Marks items={scene.marks} current={current} />
  </svg>
));
