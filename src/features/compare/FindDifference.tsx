import { sidesOf } from '../../app/compare/compare.ts';
import { defaultForm, parseForm, retargetForm } from '../../app/explore/query-form.ts';
import { useActions } from '../../components/hooks/context.ts';
import { useExplorer } from '../explore/use-explorer.ts';

/** Asks for a shortest program on which the first two columns differ, whatever this one does. */
export function FindDifference() {
  const { store, perform } = useActions();
  const explorer = useExplorer();
  const ask = () => {
    const state = store.getState();
    const { setup } = state.document;
    const { form } = explorer.store.getState();
    const [other] = sidesOf(state);
    const about = form ? retargetForm(setup, form) : defaultForm(setup);
    const question = { ...about, about: 'differ' as const, ...(other && { other }) };
    explorer.setForm(question);
    const query = parseForm(question);
    if (query.ok) explorer.run(query.value);
    perform('explore');
  };
  return (
    <button type="button" className="button" data-tip={HOW} aria-description={HOW} onClick={ask}>
      Find a program on which they differ
    </button>
  );
}

const HOW = 'it is searched for in Explore; the way back is there, and what is found can be compared';
