export interface PickerOption {
  readonly id: string;
  readonly title: string;
  /** A second line, in the list only. */
  readonly note?: string;
  /** Unavailable; the note says why. */
  readonly disabled?: boolean;
}

/** Marks a value that was set by a scenario or program. */
export interface PickerMark {
  /** Shown beside the label, where there is room. */
  readonly short: string;
  /** Tooltip and accessible description. */
  readonly long: string;
}

export interface PickerProps {
  readonly label: string;
  readonly options: readonly PickerOption[];
  readonly value: string;
  /** Shown by the closed picker if the value is none of the options. */
  readonly otherwise?: string;
  readonly className?: string;
  readonly mark?: PickerMark | undefined;
  onPick(id: string): void;
}

export interface SelectProps extends Pick<PickerProps, 'options' | 'value' | 'mark' | 'onPick'> {
  /** Ids of the label and of the current value. */
  readonly labelledBy: string;
  readonly valueId: string;
  readonly text: string;
}
