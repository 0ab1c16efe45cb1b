import { useState } from 'react';
import { CommandButton } from '../../components/CommandButton.tsx';
import { StepButtons } from '../../components/StepButtons.tsx';

/** What a pointer or a finger needs; keys do the same. Out of sight while the pointer rests. */
export function StageTools() {
  return (
    <div className="stage-tools" role="toolbar" aria-label="Presentation">
      <StepButtons />
      <CommandButton command="blank" label="Blank" />
      <FullScreen />
      <CommandButton command="present" label="End" />
    </div>
  );
}

/** The browser gives the whole screen only to a press, and may not give it at all. */
function FullScreen() {
  const [refused, setRefused] = useState('');
  if (!document.fullscreenEnabled) return null;
  const turn = () =>
    (document.fullscreenElement ? document.exitFullscreen() : document.documentElement.requestFullscreen()).then(
      () => setRefused(''),
      (reason: unknown) => setRefused(`The browser gave no full screen: ${String(reason)}`),
    );
  return (
    <>
      <button type="button" className="button" onClick={() => void turn()}>
        Full screen
      </button>
      {refused !== '' && <span role="alert">{refused}</span>}
    </>
  );
}
