import type { ReactNode } from 'react';
import { insertWordBreaks } from '../../components/insert-word-breaks.tsx';
import { erasOf } from '../../content/modelled.ts';
import { remarks } from '../../content/remarks/index.ts';
import type { Backend } from '../../engine/backends/backend.ts';
import { backends } from '../../engine/backends/index.ts';

const COLUMNS: readonly (readonly [name: string, cell: (backend: Backend) => ReactNode])[] = [
  ['Defers', ({ defers }) => defers],
  ['State', ({ where }) => where],
  ['Flushed at', ({ id }) => remarks.get(id).sentOut],
  ['Access before the flush', ({ id }) => remarks.get(id).early],
  ['Nested before 7.0', ({ id }) => remarks.get(id).nestedBefore],
  ['Kernel releases', (backend) => <Eras backend={backend} />],
  ['Source', ({ source }) => insertWordBreaks(source)],
];

/** All backends side by side. On a narrow page each is a card whose cells are named by `data-name`. */
export const BackendTable = () => (
  <table className="backends">
    <caption className="visually-hidden">What each architecture defers</caption>
    <thead>
      <tr>
        <th scope="col">Architecture</th>
        {COLUMNS.map(([name]) => (
          <th key={name} scope="col">
            {name}
          </th>
        ))}
      </tr>
    </thead>
    <tbody>
      {backends.all.map((backend) => (
        <tr key={backend.id}>
          <th scope="row">{backend.title}</th>
          {COLUMNS.map(([name, cell]) => (
            <td key={name} data-name={name}>
              {cell(backend)}
            </td>
          ))}
        </tr>
      ))}
    </tbody>
  </table>
);

const Eras = ({ backend }: { backend: Backend }) => (
  <ul>
    {erasOf(backend).map(({ era, also }) => (
      <li key={era}>
        {era}
        {also.length > 0 && <span className="backends-also"> also {also.join(', ')}</span>}
      </li>
    ))}
  </ul>
);
