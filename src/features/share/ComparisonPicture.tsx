import PictureDialog from './PictureDialog.tsx';

/** Pictures, the comparison's first. */
export default function ComparisonPicture() {
  return <PictureDialog subject="comparison" />;
}
