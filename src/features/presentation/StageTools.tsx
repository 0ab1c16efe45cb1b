import { useState } from 'react';
import { CommandButton } from '../../components/CommandButton.tsx';
import { StepButtons } from '../../components/StepButtons.tsx';

/** Buttons for pointer and touch; keys do the same. Hidden while the pointer rests. */
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

/** Toggles full screen, which browsers grant only within a click, if at all. */
function FullScreen() {
  const [refused, setRefused] = useState('');
  if (!document.fullscreenEnabled) return null;
  const turn = () =>
    (document.fullscreenElement ? document.exitFullscreen() : document.documentElement.requestFullscreen()).then(
      () => setRefused(''),
      (reason: unknown) => setRefused(`Could not enter full screen: ${String(reason)}`),
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
