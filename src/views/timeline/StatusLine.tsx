/** Where one is, in words. */
export const StatusLine = () => <p className="panel-note status">row</p>;
