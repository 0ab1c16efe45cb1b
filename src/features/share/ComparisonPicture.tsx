import PictureDialog from './PictureDialog.tsx';

/** The picture dialog, opened at the comparison. */
export default function ComparisonPicture() {
  return <PictureDialog subject="comparison" />;
}
