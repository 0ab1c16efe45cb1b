import { ok } from '../lib/result.ts';
import { writeLink } from '../notation/link/link.ts';
import { readLink } from '../notation/link/read-link.ts';
import type { Format } from './format.ts';

export default {
  id: 'link',
  order: 50,
  title: 'a link that opens the program at a row',
  mediaType: 'text/plain',
  extension: 'txt',
  between: '',
  write(traces, { address, row }) {
    const [{ program, setup }] = traces;
    const { revision, checks, panicOnWarn, capacity } = setup;
    const backends = traces.map((trace) => ({ backend: trace.setup.backend, era: trace.setup.era }));
    return `${address}${writeLink({ revision, backends, program, row, checks, panicOnWarn, capacity })}\n`;
  },
  read(text) {
    const view = readLink(text);
    return view.ok ? ok(view.value.program) : view;
  },
} satisfies Format;
