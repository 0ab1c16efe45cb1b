import { Fragment } from 'react';

/**
 * Inserts break opportunities into long words: after the underscores of a C name, after its opening parenthesis, and after the
 * slashes of a path. Lines still prefer to break at spaces.
 */
export const insertWordBreaks = (text: string) =>
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
