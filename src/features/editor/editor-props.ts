import type { Diagnostic } from '../../lib/source.ts';

export interface EditorProps {
  readonly text: string;
  readonly problems: readonly Diagnostic[];
  /** The line (from 1) of the step that is looked at; null where there is none. */
  readonly current: number | null;
  /** The offset at which that step's event begins, where its line has others, too; else null. */
  readonly start: number | null;
  /** The line behind which new events go; 0 is before the first, null where the text and the program differ. */
  readonly caret: number | null;
  /** What was selected in the plain field, as offsets, if the person was writing there when the editor took its place. */
  readonly selection: { readonly from: number; readonly to: number } | null;
  /** A text, the offset at which the person writes, and whether it took the place of all that there was. */
  onType(text: string, offset: number, anew?: boolean): void;
  /** Where the person put the caret, or the part of the text that they marked. */
  onPoint(from: number, to: number): void;
  onPaste(text: string): boolean;
  onUndo(): void;
  onRedo(): void;
}
