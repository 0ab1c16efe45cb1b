import { selectStatus } from '../../app/status.ts';
import { useApp } from '../context.ts';

/** Where one is, in words. */
export const StatusLine = () => <p className="panel-note status">{useApp(selectStatus)}</p>;
