import { comparisonTitle } from '../../layout/compare/names.ts';
import { summaryOf } from '../../layout/compare/summary.ts';
import { describeRunEnd } from '../../layout/inspector/run-end.ts';
import { BEFORE_FIRST_STEP } from '../../layout/inspector/step.ts';
import { describeOpenSections } from '../../layout/inspector/still-open.ts';
import type { Measure } from '../../layout/scene.ts';
import { layoutTimeline } from '../../layout/timeline/timeline.ts';
import type { PictureTheme } from '../../picture/colours.ts';
import { comparisonBlock, rowsToDraw } from '../../picture/comparison.ts';
import { addCaption, type PictureCaption } from '../../picture/frame.ts';
import { pagesBlock, pagesToDraw } from '../../picture/pages.ts';
import { stepBlock } from '../../picture/step.ts';
import type { PictureBlock, SvgPicture } from '../../picture/svg-node.ts';
import { widenMeasure } from '../../picture/text.ts';
import { PICTURE_COLUMN, rowsAround, timelineBlock } from '../../picture/timeline.ts';
import { writeSvg } from '../../picture/write.ts';
import { selectComparison } from '../compare/compare.ts';
import { displayTitle } from '../document/scenario-document.ts';
import { observersAt, selectPages, selectStep } from '../navigation/selectors.ts';
import type { LinkBase } from '../state/services.ts';
import type { AppState } from '../state/state.ts';
import { linkOf } from './link.ts';
import { toPublicLink } from './link-base.ts';
import { fileName, findingsIn, placeIn, setupIn } from './picture-caption.ts';

/** The subjects of pictures. */
export const SUBJECTS = ['timeline', 'step', 'pages', 'comparison'] as const;
export type Subject = (typeof SUBJECTS)[number];

/** A picture to export; sizes are in CSS pixels. */
export interface Picture extends Omit<SvgPicture, 'shapes'> {
  readonly svg: string;
  /** The file name, without an extension. */
  readonly name: string;
}

interface Options {
  readonly subject: Subject;
  readonly theme: PictureTheme;
  /** The base of the link in the caption. */
  readonly address: LinkBase;
  readonly measure: Measure;
}

/** Draws the program or the current step with the layout of the page. */
export function pictureOf(state: AppState, { subject, theme, address, measure }: Options): Picture {
  const wide = widenMeasure(measure);
  const { block, ...texts } = PAINTERS[subject](state, wide);
  const link = linkOf(state);
  const caption = {
    ...texts,
    setup:
      texts.setup ??
      setupIn(state, { title: texts.title, of: subject === 'timeline' ? state.visibleRuns : [state.trace] }),
    link: link.ok ? toPublicLink(address, link.value) : null,
  };
  const captioned = addCaption(block, caption, wide);
  return { ...captioned, svg: writeSvg(captioned, theme), name: fileName(state, subject, theme) };
}

type Painted = Pick<PictureCaption, 'title' | 'notes' | 'description'> &
  Partial<Pick<PictureCaption, 'setup'>> & { readonly block: PictureBlock };

const PAINTERS: Readonly<Record<Subject, (state: AppState, measure: Measure) => Painted>> = {
  timeline(state, measure) {
    const { trace, visibleRuns, cursor, document } = state;
    const { first, last } = rowsAround(trace.length, cursor.slot);
    const scene = layoutTimeline(trace, { first, last, columnWidth: PICTURE_COLUMN, measure }, visibleRuns);
    const part = last - first + 1 < trace.length ? [`Steps ${first + 1} to ${last + 1} of ${trace.length}.`] : [];
    return {
      block: timelineBlock(scene, cursor.slot, measure),
      title: displayTitle(document) ?? UNTITLED,
      notes: [
        placeIn(state),
        ...part,
        ...findingsIn(state, first, last),
        [...describeRunEnd(trace), ...describeOpenSections(trace)].join(' '),
      ].filter((note) => note !== ''),
      description: scene.columns.map(({ title }) => title).join('\n'),
    };
  },
  step(state, measure) {
    const step = selectStep(state) ?? BEFORE_FIRST_STEP;
    return {
      block: stepBlock(step, state.trace.world.backend.title, measure),
      title: step.title,
      notes: [placeIn(state)],
      description: [step.sentence, ...step.findings.map(({ rule, clause }) => `${rule}: ${clause}`)].join('\n'),
    };
  },
  pages(state, measure) {
    const rows = selectPages(state);
    const drawn = pagesToDraw(rows);
    const pages = drawn.map((row) => ({ row, observers: observersAt(state, row.id) }));
    return {
      block: pagesBlock(pages, rows, measure),
      title: `Pages · ${selectStep(state)?.title ?? BEFORE_FIRST_STEP.title}`,
      notes: [
        placeIn(state),
        ...(drawn.length < rows.length ? [`${drawn.length} of ${rows.length} pages, changed ones first.`] : []),
      ],
      description: drawn
        .map(
          ({ id, memory, hardware, held }) =>
            `${id}: memory ${memory}; hardware ${hardware}; pending ${held || 'nothing'}`,
        )
        .join('\n'),
    };
  },
  comparison(state, measure) {
    const comparison = selectComparison(state);
    const { columns, notes } = comparison;
    const row = state.cursor.slot < 0 ? 0 : state.trace.rowAt(state.cursor.slot).number;
    const drawn = rowsToDraw(comparison, row);
    const first = drawn[0]?.number ?? 0;
    const part =
      drawn.length < state.trace.rows.length
        ? [`Rows ${first} to ${first + drawn.length - 1} of ${state.trace.rows.length}.`]
        : [];
    return {
      block: comparisonBlock(comparison, drawn, measure),
      title: displayTitle(state.document) ?? UNTITLED,
      setup: comparisonTitle(columns),
      notes: [summaryOf(comparison), ...notes, ...part],
      description: drawn
        .flatMap(({ number, event, words }) => (words === null ? [] : [`row ${number}, ${event}: ${words}`]))
        .join('\n'),
    };
  },
};

const UNTITLED = 'Untitled program';
