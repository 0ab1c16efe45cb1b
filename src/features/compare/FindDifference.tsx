import { sidesOf } from '../../app/compare/compare.ts';
import { defaultForm, parseForm, type QueryForm, retargetForm } from '../../app/explore/query-form.ts';
import { useActions } from '../../components/hooks/context.ts';
import { useExplorer } from '../explore/use-explorer.ts';

/** Searches for a shortest program on which the first two columns differ, independent of the current program. */
export function FindDifference() {
  const { store, perform } = useActions();
  const explorer = useExplorer();
  const ask = () => {
    const state = store.getState();
    const { setup } = state.document;
    const { form } = explorer.store.getState();
    const [other] = sidesOf(state);
    const base = form ? retargetForm(setup, form) : defaultForm(setup);
    const next: QueryForm = { ...base, target: 'differ', ...(other && { other }) };
    explorer.setForm(next);
    const query = parseForm(next);
    if (query.ok) explorer.run(query.value);
    perform('explore');
  };
  return (
    <button type="button" className="button" data-tip={DESCRIPTION} aria-description={DESCRIPTION} onClick={ask}>
      Find a program on which they differ
    </button>
  );
}

const DESCRIPTION = 'Searches in Explore; from there you can come back and compare the result';
