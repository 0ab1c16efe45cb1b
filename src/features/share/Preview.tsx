import { useLayoutEffect, useRef } from 'react';
import type { Picture } from '../../app/share/picture.ts';
import { dataUrlOf } from './export-picture.ts';

/** Previews the file at its own size, scrolled to the step if it is wide. */
export function Preview({ picture }: { picture: Picture }) {
  const { svg, width, height, title, focus } = picture;
  const box = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => {
    const sight = box.current;
    if (sight) sight.scrollLeft = focus < sight.clientWidth ? 0 : focus - sight.clientWidth / 2;
  }, [focus]);
  return (
    <div className="picture-frame sideways-frame">
      {/* biome-ignore lint/a11y/useSemanticElements: a fieldset is for controls of a form */}
      <div
        ref={box}
        className="picture-preview sideways"
        role="group"
        aria-label="Preview"
        // biome-ignore lint/a11y/noNoninteractiveTabindex: a box that scrolls must be reachable with the keyboard
        tabIndex={0}
        data-wide={width > height || undefined}
      >
        <img src={dataUrlOf(svg)} width={width} height={height} alt={title} />
      </div>
    </div>
  );
}
