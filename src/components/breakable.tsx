import { Fragment } from 'react';

/**
 * A line goes on at a space where it can; within a long C name after an underscore, before what stands in its brackets, within a
 * path after a slash, rather than anywhere.
 */
export const breakable = (text: string) =>
  text.split(' ').map((word, index) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: words have no other order than the text's
    <Fragment key={index}>
      {index > 0 && ' '}
      <span className="whole-word">
        {word.split(/(?<=[_/]|\((?!\)))/).map((piece, place) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: pieces have no other order than the word's
          <Fragment key={place}>
            {piece}
            <wbr />
          </Fragment>
        ))}
      </span>
    </Fragment>
  ));
