import { Fragment } from 'react';

/** A long C name may go on in the next line after an underscore, a path after a slash: before a line breaks anywhere. */
export const breakable = (text: string) =>
  text.split(/(?<=[_/])/).map((piece, index) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: pieces have no other order than the text's
    <Fragment key={index}>
      {piece}
      <wbr />
    </Fragment>
  ));
