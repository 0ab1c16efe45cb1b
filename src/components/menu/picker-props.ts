export interface Option {
  readonly id: string;
  readonly title: string;
  /** A quieter line beneath, in the list only. */
  readonly note?: string;
  /** Cannot be chosen now; the note says why. */
  readonly disabled?: boolean;
}

/** Something to know about what is chosen: that nobody chose it here. */
export interface PickerMark {
  /** Beside the label, where there is room. */
  readonly short: string;
  /** In the tip, and for a screen reader. */
  readonly long: string;
}

export interface PickerProps {
  readonly label: string;
  readonly options: readonly Option[];
  readonly value: string;
  /** What the closed picker shows where the value is none of the options. */
  readonly otherwise?: string;
  readonly className?: string;
  readonly mark?: PickerMark | undefined;
  onPick(id: string): void;
}

export interface SelectProps extends Pick<PickerProps, 'options' | 'value' | 'mark' | 'onPick'> {
  /** Ids of the texts that name it: the label and what is chosen. */
  readonly labelledBy: string;
  readonly valueId: string;
  readonly shown: string;
}
