import { observersAt } from '../../app/navigation/selectors.ts';
import { useApp } from '../../components/hooks/context.ts';
import { InlineSign } from '../../components/svg/SignGlyph.tsx';
import type { PageId } from '../../engine/model.ts';

/** What each observer of a page would see now. The simulation is asked; nothing is guessed from the layers. */
export function Observers({ page }: { page: PageId }) {
  const observers = useApp((state) => observersAt(state, page));
  return (
    <table className="values observers">
      <caption className="observers-caption">What each observer sees for {page}</caption>
      <tbody>
        {observers.map(({ who, sees, hazard }) => (
          <tr key={who}>
            <th scope="row">{who}</th>
            <td>
              {sees}
              {hazard !== null && (
                <span className="observers-hazard">
                  <InlineSign kind="hazard" />
                  {hazard}
                </span>
              )}
            </td>
          </tr>
        ))}
        {observers.length === 0 && (
          <tr>
            <td>No observer: no task of this mm runs on this CPU.</td>
          </tr>
        )}
      </tbody>
    </table>
  );
}
