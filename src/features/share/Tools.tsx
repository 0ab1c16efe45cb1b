import { useState } from 'react';
import type { Picture } from '../../app/share/picture.ts';
import { copyImage, pngOf, save, svgFile } from './take-away.ts';

/** Result of the last action. */
type Outcome = { readonly said: string; readonly refused?: true };

/** Copies, downloads or prints the picture, and reports the result. */
export function Tools({ picture, scale }: { picture: Picture; scale: number }) {
  const [outcome, setOutcome] = useState<Outcome>({ said: '' });
  const tell = (what: Promise<unknown>, done: string, refusal: string) => {
    what.then(
      () => setOutcome({ said: done }),
      (reason: unknown) => setOutcome({ said: `${refusal}: ${messageOf(reason)}.`, refused: true }),
    );
  };
  const png = `${picture.name}-${scale}x.png`;
  const svg = `${picture.name}.svg`;
  const copyText = () =>
    tell(navigator.clipboard.writeText(picture.svg), 'Copied the SVG source.', 'Could not copy the SVG source either');
  return (
    <>
      <div className="picture-tools">
        <button
          type="button"
          className="button button-primary"
          onClick={() => tell(copyImage(picture, scale), 'Copied the picture.', 'Could not copy the picture')}
        >
          Copy image
        </button>
        <button
          type="button"
          className="button"
          onClick={() => {
            save(svg, svgFile(picture));
            setOutcome({ said: `Downloaded ${svg}.` });
          }}
        >
          Download SVG
        </button>
        <button
          type="button"
          className="button"
          onClick={() =>
            tell(
              pngOf(picture, scale).then((blob) => save(png, blob)),
              `Downloaded ${png}.`,
              'Could not create a PNG',
            )
          }
        >
          Download PNG
        </button>
        <button type="button" className="button" onClick={() => window.print()}>
          Print
        </button>
      </div>
      <p className="picture-said" role="status">
        {outcome.said}
        {outcome.refused && (
          <>
            {' '}
            You can download the SVG, or{' '}
            <button type="button" className="button button-link" onClick={copyText}>
              copy its source
            </button>
            .
          </>
        )}
      </p>
    </>
  );
}

const messageOf = (reason: unknown): string =>
  (reason instanceof Error ? reason.message : String(reason)).replace(/\.$/, '');
