import type { ReactNode } from 'react';
import { LEFT_OUT, MODEL, type ModelPart, SIMPLIFIED, UNKNOWN } from '../../content/modelled.ts';
import { remarks } from '../../content/remarks/index.ts';
import { backends } from '../../engine/backends/index.ts';
import { BackendTable } from './BackendTable.tsx';

/** Describes the model: what it compares, simplifies, infers, leaves out and does not know. */
export default function ModelDialog() {
  return (
    <div className="model">
      <p className="model-text">{MODEL}</p>
      <Section title="Architectures compared">
        <BackendTable />
        <p className="model-text">
          The kernel release "s390" is the pending series of that architecture. "Also" lists later releases with the
          same simulation, because nothing in the model changed in them.
        </p>
      </Section>
      <Section title="Simplified">
        {SIMPLIFIED.map((part) => (
          <section key={part.title}>
            <h4>{part.title}</h4>
            <Points {...part} />
          </section>
        ))}
      </Section>
      <Section title="Inferred">
        <p className="model-text">
          Inferred means: deduced from the cited code, or from memory; no source found. Some of these statements
          describe a simplification, or a consequence of one, that concerns one architecture only.
        </p>
        <div className="model-inferred">
          {backends.all
            .map(({ id, title }) => [id, title, remarks.get(id).inferred] as const)
            .map(([id, title, inferred]) => (
              <section key={id}>
                <h4>{title}</h4>
                <ul className="model-list">
                  {inferred.map((sentence) => (
                    <li key={sentence}>{sentence}</li>
                  ))}
                  {inferred.length === 0 && <li>Nothing is inferred.</li>}
                </ul>
              </section>
            ))}
        </div>
      </Section>
      {[LEFT_OUT, UNKNOWN].map((part) => (
        <Section key={part.title} title={part.title}>
          <Points {...part} />
        </Section>
      ))}
    </div>
  );
}

const Section = ({ title, children }: { title: string; children: ReactNode }) => (
  <section>
    <h3>{title}</h3>
    {children}
  </section>
);

const Points = ({ intro, points }: ModelPart) => (
  <>
    <p className="model-text">{intro}</p>
    <dl className="model-points">
      {points.map(({ about, says }) => (
        <div key={about} className="model-point">
          <dt>{about}</dt>
          <dd>{says}</dd>
        </div>
      ))}
    </dl>
  </>
);
