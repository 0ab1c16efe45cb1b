import { is, looseObject, string } from 'valibot';
import { backends } from '../../engine/backends/index.ts';
import { ERAS, type Era } from '../../engine/model.ts';
import { findRevision, prepare } from '../../engine/setup/world.ts';
import { attempt } from '../../lib/attempt.ts';
import { abbreviate, countOf } from '../../lib/phrases.ts';
import type { DocumentSnapshot } from '../state/stored-document.ts';
import { otherVersion, SNAPSHOT_FIELDS } from './document-snapshot.ts';

/** What a saved document says of itself before its program is read. */
const formSchema = looseObject({ setup: looseObject({ revision: string(), backend: string(), era: string() }) });

/**
 * Whether the bytes of a document have a version and name a setup that this page knows. Takes a fraction of the time of
 * `readSnapshot`, so that a list can ask it of every document. Null if they do, else the reason, one clause in lower case.
 */
export function checkForm(json: string): string | null {
  const parsed = attempt((): unknown => JSON.parse(json));
  if (!parsed.ok) return 'it is not JSON';
  const saved = parsed.value;
  if (!is(looseObject({}), saved)) return 'it is not a document';
  if (saved['v'] !== 1) return otherVersion(saved['v']);
  if (!is(formSchema, saved)) return 'its setup is not valid';
  const { revision, backend, era } = saved.setup;
  if (!findRevision(revision)) return `there is no revision "${abbreviate(revision)}"`;
  if (!backends.find(backend)) return `there is no architecture "${abbreviate(backend)}"`;
  if (!isEra(era)) return `there is no kernel release "${abbreviate(era)}"`;
  const world = prepare({ revision, backend, era, checks: 'kernel', panicOnWarn: false, capacity: null });
  return world.ok ? null : world.error;
}

const isEra = (era: string): era is Era => ERAS.some((known) => known === era);

/**
 * What the reader left out of bytes that it could read: fields and entries of a newer version. Saving the snapshot would
 * lose them. Null if it left out nothing, else a clause in lower case.
 */
export function findOmissions(json: string, { document, past, future }: DocumentSnapshot): string | null {
  const saved = fieldsOf(JSON.parse(json));
  const steps = listOf(saved['past']).length + listOf(saved['future']).length - past.length - future.length;
  if (steps > 0) return `${countOf(steps, 'undo step')} could not be read`;
  const architectures = listOf(saved['beside']).length - document.otherArchitectures.length;
  if (architectures > 0) return `${countOf(architectures, 'architecture')} could not be read`;
  const entries = [...listOf(saved['past']), ...listOf(saved['future'])].map(fieldsOf);
  const unknown = [
    ...unknownIn(saved, SNAPSHOT_FIELDS.document),
    ...entries.flatMap((entry) => unknownIn(entry, SNAPSHOT_FIELDS.entry)),
    ...[saved, ...entries].flatMap((one) => unknownIn(fieldsOf(one['setup']), SNAPSHOT_FIELDS.setup)),
  ];
  return unknown[0] === undefined ? null : `the field "${abbreviate(unknown[0])}" is unknown`;
}

const unknownIn = (fields: Readonly<Record<string, unknown>>, known: readonly string[]) =>
  Object.keys(fields).filter((key) => !known.includes(key));

const fieldsOf = (value: unknown): Readonly<Record<string, unknown>> => ({ ...Object(value) });
const listOf = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : []);
