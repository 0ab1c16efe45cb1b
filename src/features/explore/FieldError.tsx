/** What is wrong with the fields above it; nothing where nothing is. */
export const FieldError = ({ text, id }: { text: string | undefined; id?: string }) =>
  text === undefined ? null : (
    <p id={id} className="query-wrong">
      {text}
    </p>
  );
