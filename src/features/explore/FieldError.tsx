/** An error below its fields; renders nothing without one. */
export const FieldError = ({ text, id }: { text: string | undefined; id?: string }) =>
  text === undefined ? null : (
    <p id={id} className="query-wrong">
      {text}
    </p>
  );
