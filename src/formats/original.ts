import type { Trace } from '../engine/run/run.ts';
import type { Result } from '../lib/result.ts';
import { writeOriginal } from '../notation/mail/original.ts';
import type { Format } from './format.ts';
import table from './table.ts';

const lookOf = (trace: Trace): Result<string, string> => writeOriginal(trace, trace.world.revision.fields);

export default {
  id: 'original',
  order: 30,
  title: "the call table in the look of the series' commit messages",
  mediaType: 'text/plain',
  extension: 'txt',
  between: '\n',
  refuse([trace]) {
    const look = lookOf(trace);
    return look.ok ? null : look.error;
  },
  write(traces) {
    return traces
      .map(lookOf)
      .map((look) => (look.ok ? look.value : ''))
      .join('\n');
  },
  read: table.read,
} satisfies Format;
