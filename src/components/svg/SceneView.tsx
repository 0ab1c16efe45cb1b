import { memo } from 'react';
import type { Scene } from '../../layout/scene.ts';
import { Boxes } from './Boxes.tsx';
import { Hatching } from './Hatching.tsx';
import { Labels } from './Labels.tsx';
import { Marks } from './Marks.tsx';
import { Paths } from './Paths.tsx';

/** A scene as a picture. For a screen reader the call table says the same, so the picture is silent. */
export const SceneView = memo(({ scene, current }: { scene: Scene; current: number }) => (
  <svg className="scene" width={scene.width} height={scene.height} aria-hidden="true">
    <Hatching />
    <Paths items={scene.paths} />
    <Boxes items={scene.boxes} />
    <Labels items={scene.labels} current={current} />
    <Marks items={scene.marks} current={current} />
  </svg>
));
