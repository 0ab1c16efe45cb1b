import type { Measure } from '../layout/scene.ts';
import type { PictureBlock, SvgPicture, TextStyle } from './svg-node.ts';
import { placeLines, wrapText } from './text.ts';

/** What stands around every picture, so that it can be understood, and found again, where it stands alone. */
export interface PictureCaption {
  readonly title: string;
  /** Under the title: revision and architecture. */
  readonly setup: string;
  /** Under the picture: which step it is, what part is shown, how the run ended; a line each. */
  readonly notes: readonly string[];
  /** Opens the same step; null where there is none. */
  readonly link: string | null;
  /** All that the picture shows, in words. */
  readonly description: string;
}

/** A block with its caption, and blank around both. */
export function addCaption(block: PictureBlock, caption: PictureCaption, measure: Measure): SvgPicture {
  const width = Math.max(block.width, LEAST);
  const title = wrapText(caption.title, TITLE, width, measure, 2);
  const setup = wrapText(caption.setup, SETUP, width, measure);
  const top = PAD + title.length * TITLE_LEADING + setup.length * LEADING + GAP;
  const notes = [...caption.notes, ...linkIn(caption, width, measure)].flatMap((note) =>
    wrapText(note, NOTE, width, measure),
  );
  const bottom = top + block.height + GAP;
  return {
    width: width + 2 * PAD,
    height: bottom + notes.length * LEADING + PAD - 4,
    focus: block.focus,
    title: caption.title,
    description: [caption.setup, ...caption.notes, caption.link ?? '', caption.description]
      .filter((part) => part !== '')
      .join('\n'),
    shapes: [
      ...placeLines(title, TITLE, PAD, PAD + 14, TITLE_LEADING),
      ...placeLines(setup, SETUP, PAD, PAD + title.length * TITLE_LEADING + 12, LEADING),
      { kind: 'group', x: PAD, y: top, shapes: block.shapes },
      ...placeLines(notes, NOTE, PAD, bottom + 10, LEADING),
    ],
  };
}

/** A link of many lines is no use on a slide; where it was left out, that is said. */
function linkIn({ link }: PictureCaption, width: number, measure: Measure): string[] {
  if (link === null) return [];
  if (wrapText(link, NOTE, width, measure).length <= MAX_LINK_LINES) return [link];
  return [`Its link has ${link.length} characters: it stands in the description of the SVG.`];
}

const MAX_LINK_LINES = 4;

const PAD = 16;
const GAP = 12;
const LEADING = 16;
const TITLE_LEADING = 20;
/** Narrower than this a caption would be a column of words. */
const LEAST = 480;

const TITLE: TextStyle = { family: 'sans', size: 15, bold: true, paint: 'ink' };
const SETUP: TextStyle = { family: 'sans', size: 12, paint: 'ink-soft' };
const NOTE: TextStyle = { family: 'sans', size: 11, paint: 'ink-quiet' };
