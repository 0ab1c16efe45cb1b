import { useMemo, useState } from 'react';
import { pictureOf, type Subject } from '../../app/share/picture.ts';
import type { AppState } from '../../app/state/state.ts';
import { useActions, useApp } from '../../components/hooks/context.ts';
import { measureText } from '../../components/hooks/measure-text.ts';
import { RadioGroup } from '../../components/RadioGroup.tsx';
import type { PictureTheme } from '../../picture/colours.ts';
import { pngSize } from '../../picture/png-size.ts';
import { PictureTools } from './PictureTools.tsx';
import { Preview } from './Preview.tsx';

const SUBJECTS: Readonly<Record<Subject, string>> = {
  timeline: 'Timeline',
  step: 'This step',
  pages: 'Pages',
  comparison: 'Comparison',
};
const THEMES: Readonly<Record<PictureTheme, string>> = { light: 'Light', dark: 'Dark' };
type Scale = '1' | '2';
const SCALES: Readonly<Record<Scale, string>> = { '1': '1x', '2': '2x' };

/** Chooses, previews and exports a picture of the program or of the step. The preview is the exported file. */
export default function PictureDialog({ subject: first = 'timeline' }: { subject?: Subject }) {
  const { address } = useActions();
  const state = useApp((whole) => whole);
  const [subject, setSubject] = useState<Subject>(first);
  const [theme, setTheme] = useState<PictureTheme>(() => (isDark(state.theme) ? 'dark' : 'light'));
  const [scale, setScale] = useState<Scale>('2');
  const picture = useMemo(
    () => pictureOf(state, { subject, theme, address, measure: measureText }),
    [state, subject, theme, address],
  );
  const { width, height } = pngSize(picture, Number(scale));
  return (
    <div className="picture">
      <div className="picture-choices">
        <RadioGroup legend="Subject" options={SUBJECTS} value={subject} onChoose={setSubject} />
        <RadioGroup legend="Theme" options={THEMES} value={theme} onChoose={setTheme} />
        <RadioGroup legend="PNG scale" options={SCALES} value={scale} onChoose={setScale} />
        <p className="picture-size numbers">
          {width} × {height} px
        </p>
      </div>
      <PictureTools key={`${subject} ${theme} ${scale}`} picture={picture} scale={Number(scale)} />
      <Preview picture={picture} />
    </div>
  );
}

/** Whether the page is dark now; without an explicit theme the system decides. */
const isDark = (theme: AppState['theme']): boolean =>
  theme === 'dark' || (theme !== 'light' && window.matchMedia('(prefers-color-scheme: dark)').matches);
