import { CommandButton } from './CommandButton.tsx';
import { useApp } from './hooks/context.ts';

/** Going through the program, for who only looks on. */
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
