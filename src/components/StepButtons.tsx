import { CommandButton } from './CommandButton.tsx';
import { useApp } from './hooks/context.ts';

/** Step and play buttons of the presentation and the embedded page. */
export function StepButtons() {
  const playing = useApp((state) => state.playing);
  return (
    <>
      <CommandButton command="first" icon="first" />
      <CommandButton command="back" icon="back" />
      <CommandButton command="play" icon={playing ? 'pause' : 'play'} pressed={playing} />
      <CommandButton command="into" icon="into" />
      <CommandButton command="forward" icon="forward" />
    </>
  );
}
