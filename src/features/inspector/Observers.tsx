import { viewersAt } from '../../app/navigation/selectors.ts';
import { useApp } from '../../components/hooks/context.ts';
import { InlineSign } from '../../components/svg/SignGlyph.tsx';
import type { PageId } from '../../engine/model.ts';

/** Who would see which value of a page if they looked now: asked of the simulation, not guessed from the layers. */
export function Observers({ page, name }: { page: PageId; name: string }) {
  const viewers = useApp((state) => viewersAt(state, page));
  return (
    <table className="values viewers">
      <caption className="viewers-caption">Who would see what of {name} now</caption>
      <tbody>
        {viewers.map(({ who, meets, hazard }) => (
          <tr key={who}>
            <th scope="row">{who}</th>
            <td>
              {meets}
              {hazard !== null && (
                <span className="viewers-hazard">
                  <InlineSign kind="hazard" />
                  {hazard}
                </span>
              )}
            </td>
          </tr>
        ))}
        {viewers.length === 0 && (
          <tr>
            <td>Nobody here: no task of its mm runs on this CPU.</td>
          </tr>
        )}
      </tbody>
    </table>
  );
}
