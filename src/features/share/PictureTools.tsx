import { useState } from 'react';
import { downloadFile } from '../../app/browser/download.ts';
import type { Picture } from '../../app/share/picture.ts';
import { copyImage, renderPng, svgBlob } from './export-picture.ts';

/** Result of the last action. */
type Outcome = { readonly text: string; readonly failed?: true };

/** Copies, downloads or prints the picture, and reports the result. */
export function PictureTools({ picture, scale }: { picture: Picture; scale: number }) {
  const [outcome, setOutcome] = useState<Outcome>({ text: '' });
  const report = (what: Promise<unknown>, done: string, failure: string) => {
    what.then(
      () => setOutcome({ text: done }),
      (reason: unknown) => setOutcome({ text: `${failure}: ${messageOf(reason)}.`, failed: true }),
    );
  };
  const png = `${picture.name}-${scale}x.png`;
  const svg = `${picture.name}.svg`;
  const copyText = () =>
    report(
      navigator.clipboard.writeText(picture.svg),
      'Copied the SVG source.',
      'Could not copy the SVG source either',
    );
  return (
    <>
      <div className="picture-tools">
        <button
          type="button"
          className="button button-primary"
          onClick={() => report(copyImage(picture, scale), 'Copied the picture.', 'Could not copy the picture')}
        >
          Copy image
        </button>
        <button
          type="button"
          className="button"
          onClick={() => {
            downloadFile(svg, svgBlob(picture));
            setOutcome({ text: `Downloaded ${svg}.` });
          }}
        >
          Download SVG
        </button>
        <button
          type="button"
          className="button"
          onClick={() =>
            report(
              renderPng(picture, scale).then((blob) => downloadFile(png, blob)),
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
      <p className="picture-text" role="status">
        {outcome.text}
        {outcome.failed && (
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
