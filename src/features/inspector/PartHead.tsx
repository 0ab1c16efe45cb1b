/** The heading of a part of the inspector, with a note at its right. */
export const PartHead = ({ title, note = '' }: { title: string; note?: string }) => (
  <div className="part-head">
    <h3 className="part-title">{title}</h3>
    <span className="panel-note">{note}</span>
  </div>
);
