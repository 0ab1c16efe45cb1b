import { useState } from 'react';
import type { Picture } from '../../app/share/picture.ts';
import { copyImage, pngOf, save, svgFile } from './take-away.ts';

/** What came of the last gesture. */
type Outcome = { readonly said: string; readonly refused?: true };

/** The ways in which a picture is taken away; each says what came of it. */
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
    tell(
      navigator.clipboard.writeText(picture.svg),
      'copied: the SVG as text',
      'The clipboard did not take the text either',
    );
  return (
    <>
      <div className="picture-tools">
        <button
          type="button"
          className="button button-primary"
          onClick={() =>
            tell(copyImage(picture, scale), 'copied: the picture', 'The clipboard did not take the picture')
          }
        >
          Copy image
        </button>
        <button
          type="button"
          className="button"
          onClick={() => {
            save(svg, svgFile(picture));
            setOutcome({ said: `saved: ${svg}` });
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
              `saved: ${png}`,
              'No PNG could be made',
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
            The SVG can be downloaded, or{' '}
            <button type="button" className="button button-link" onClick={copyText}>
              copied as text
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
