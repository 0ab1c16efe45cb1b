import type { Measure } from '../layout/scene.ts';
import type { PictureBlock, SvgPicture, TextStyle } from './svg-node.ts';
import { placeLines, wrapText } from './text.ts';

/** The texts around a picture, so that it can be understood and reproduced on its own. */
export interface PictureCaption {
  readonly title: string;
  /** Under the title: revision and architecture. */
  readonly setup: string;
  /** Under the picture, a line each: the step, the part that is shown, how the run ended. */
  readonly notes: readonly string[];
  /** Opens the same step; null for none. */
  readonly link: string | null;
  /** The whole picture in words. */
  readonly description: string;
}

/** Adds a caption and a margin to a block. */
export function addCaption(block: PictureBlock, caption: PictureCaption, measure: Measure): SvgPicture {
  const width = Math.max(block.width, MIN_WIDTH);
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

/** The link, or a note that it is left out: a link of many lines is no use on a slide. */
function linkIn({ link }: PictureCaption, width: number, measure: Measure): string[] {
  if (link === null) return [];
  if (wrapText(link, NOTE, width, measure).length <= MAX_LINK_LINES) return [link];
  return [`The link has ${link.length} characters; it is in the description of the SVG.`];
}

const MAX_LINK_LINES = 4;

const PAD = 16;
const GAP = 12;
const LEADING = 16;
const TITLE_LEADING = 20;
/** Width below which a caption would become a column of words. */
const MIN_WIDTH = 480;

const TITLE: TextStyle = { family: 'sans', size: 15, bold: true, paint: 'ink' };
const SETUP: TextStyle = { family: 'sans', size: 12, paint: 'ink-soft' };
const NOTE: TextStyle = { family: 'sans', size: 11, paint: 'ink-quiet' };
