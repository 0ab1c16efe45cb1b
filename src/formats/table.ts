import type { Trace } from '../engine/run/run.ts';
import { ok } from '../lib/result.ts';
import { writeMail } from '../notation/mail/mail.ts';
import { readTable } from '../notation/mail/table.ts';
import type { Format, WriteOptions } from './format.ts';
import link from './link.ts';

function tableOf(trace: Trace, options: WriteOptions): string {
  const { revision, backend } = trace.world;
  return writeMail(trace, {
    columns: revision.fields,
    revisionTitle: revision.title,
    backendTitle: backend.title,
    // A link without an address leads nowhere from a mail.
    ...(options.address === '' ? {} : { link: link.write([trace], options).trimEnd() }),
  });
}

export default {
  id: 'table',
  order: 20,
  title: 'the call table, as plain text for a mail',
  mediaType: 'text/plain',
  extension: 'txt',
  between: '\n',
  write: (traces, options) => traces.map((trace) => tableOf(trace, options)).join('\n'),
  read(text) {
    const table = readTable(text);
    return table.ok ? ok(table.value.program) : table;
  },
} satisfies Format;
