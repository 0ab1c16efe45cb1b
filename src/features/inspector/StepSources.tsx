import { CommandButton } from '../../components/CommandButton.tsx';
import { useApp } from '../../components/hooks/context.ts';
import type { FindingView } from '../../layout/finding-view.ts';
import { PartHead } from './PartHead.tsx';

/** The sources of a step: those of the revision, the architecture, and the rules that broke here. */
export function StepSources({ findings }: { findings: readonly FindingView[] }) {
  const { revision, backend } = useApp((state) => state.trace.world);
  const { subject, ref } = revision.source;
  const address = addressOf(ref);
  const rules = new Map(findings.map(({ rule, source }) => [rule, source]));
  return (
    <>
      <PartHead title="Sources" />
      <ul className="sources">
        <li>{address === null ? `${subject} (${ref})` : <ExternalLink address={address}>{subject}</ExternalLink>}</li>
        <li>
          {backend.title}: {backend.source}
        </li>
        {[...rules].map(([rule, source]) => (
          <li key={rule}>
            <code>{rule}</code>: {source}
          </li>
        ))}
      </ul>
      <CommandButton command="modelled" label="About the model" className="button-link" />
    </>
  );
}

const ExternalLink = ({ address, children }: { address: string; children: string }) => (
  <a href={address} rel="noreferrer" target="_blank">
    {children}
  </a>
);

/** The address of a Message-ID or a commit; null for other references. */
function addressOf(ref: string): string | null {
  const [word = ''] = ref.split(' ');
  if (word.includes('@')) return `https://lore.kernel.org/r/${encodeURIComponent(word)}`;
  return /^[0-9a-f]{12,40}$/.test(word) ? `https://git.kernel.org/linus/${word}` : null;
}
