import { use, useEffect, useEffectEvent, useId, useState } from 'react';
import { parseDestination } from '../../app/navigation/destination.ts';
import { useActions } from '../../components/hooks/context.ts';
import { useFocus } from '../../components/hooks/use-focus.ts';
import { TypeAheadContext } from '../../components/type-ahead.ts';

/** Asks for the number of an event, a line or a problem, and goes there. */
export default function GoToDialog() {
  const ahead = use(TypeAheadContext);
  const { store, goTo, perform } = useActions();
  const [text, setText] = useState(ahead.text);
  const [wrong, setWrong] = useState<string | null>(null);
  const id = useId();
  const field = useFocus<HTMLInputElement>();
  const go = () => {
    const found = parseDestination(store.getState(), text);
    if (!found.ok) {
      setWrong(found.error);
      return;
    }
    perform('leave');
    goTo(found.value);
  };
  const goAtOnce = useEffectEvent(go);
  useEffect(() => {
    if (ahead.entered) goAtOnce();
  }, [ahead]);
  return (
    <form
      className="go-to"
      onSubmit={(event) => {
        event.preventDefault();
        go();
      }}
    >
      <label htmlFor={id}>Event, line or problem</label>
      <div className="go-to-line">
        <input
          ref={field}
          id={id}
          className="field"
          value={text}
          autoComplete="off"
          spellCheck={false}
          placeholder="event 4, line 3, problem 2"
          aria-invalid={wrong !== null}
          aria-describedby={`${id}-wrong`}
          onChange={(event) => {
            setText(event.target.value);
            setWrong(null);
          }}
        />
        <button type="submit" className="button button-primary">
          Go
        </button>
      </div>
      <p id={`${id}-wrong`} className="go-to-wrong" role="alert">
        {wrong}
      </p>
    </form>
  );
}
