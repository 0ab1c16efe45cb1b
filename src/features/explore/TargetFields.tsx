import { useId } from 'react';
import { setupChoices, withSupportedRelease } from '../../app/document/setup.ts';
import type { QueryForm } from '../../app/explore/query-form.ts';
import { ChoicePicker } from '../../components/menu/ChoicePicker.tsx';
import { Picker } from '../../components/menu/Picker.tsx';
import type { PickerOption } from '../../components/menu/picker-props.ts';
import { RadioGroup } from '../../components/RadioGroup.tsx';
import type { Setup } from '../../engine/model.ts';
import { rules } from '../../engine/rules/index.ts';
import { prepare } from '../../engine/setup/world.ts';
import { goalVocabulary } from '../../explore/queries/goal.ts';
import { FieldError } from './FieldError.tsx';
import type { FieldsProps } from './fields-props.ts';

const KINDS: Readonly<Record<QueryForm['target'], string>> = {
  any: 'Any problem',
  rule: 'Violation of one rule',
  reach: 'Reachable state',
  differ: 'Observable difference',
};

/** What the query searches for. */
export const TargetFields = (fields: FieldsProps) => (
  <>
    <RadioGroup
      legend="Search for"
      options={KINDS}
      value={fields.form.target}
      onChoose={(target) => fields.onChange({ target })}
    />
    {fields.form.target === 'rule' && <RuleField {...fields} />}
    {fields.form.target === 'reach' && <GoalField {...fields} />}
    {fields.form.target === 'differ' && <OtherFields {...fields} />}
  </>
);

const RULES: readonly PickerOption[] = rules.all.map(({ id, title }) => ({ id, title: id, note: title }));

/** A rule, and optionally a part of it: `arch-bug.leave`. */
function RuleField({ form, errors, onChange }: FieldsProps) {
  const [rule = '', ...sub] = form.rule.split('.');
  const joinRule = (id: string, part: string) => (part.trim() === '' ? id : `${id}.${part.trim()}`);
  return (
    <>
      <div className="query-line">
        <Picker
          label="Rule"
          className="picker-medium"
          options={RULES}
          value={rule}
          onPick={(id) => onChange({ rule: joinRule(id, '') })}
        />
        <label className="query-field">
          <span className="picker-label">Only in</span>
          <input
            className="field"
            value={sub.join('.')}
            placeholder="all, or leave, disable.1…"
            spellCheck={false}
            onChange={({ target }) => onChange({ rule: joinRule(rule, target.value) })}
          />
        </label>
      </div>
      <FieldError text={errors.rule} />
    </>
  );
}

/** A state in words: `enable_count = 2, active = no`. */
function GoalField({ form, errors, onChange }: FieldsProps) {
  const id = useId();
  const world = prepare(form.setup);
  return (
    <>
      <label className="query-field query-goal">
        <span className="picker-label">State</span>
        <input
          className="field"
          value={form.goal}
          placeholder="enable_count = 2, pause_count >= 1, active = no"
          spellCheck={false}
          autoComplete="off"
          aria-invalid={errors.goal !== undefined}
          aria-describedby={`${id} ${id}-wrong`}
          onChange={({ target }) => onChange({ goal: target.value })}
        />
      </label>
      <p id={id} className="query-note">
        Conditions separated by commas, on {world.ok ? goalVocabulary(world.value) : ''}. Operators:{' '}
        <code>= != &lt; &lt;= &gt; &gt;=</code>. The prefix <code>B.</code> names the other task.
      </p>
      <FieldError id={`${id}-wrong`} text={errors.goal} />
    </>
  );
}

function OtherFields({ form, errors, onChange }: FieldsProps) {
  const setup = { ...form.setup, ...form.other };
  const { revision, backend, era } = setupChoices({ document: { setup } });
  const pick = (change: Partial<Setup>) => {
    const other = withSupportedRelease({ ...setup, ...change }, change);
    onChange({ other: { revision: other.revision, backend: other.backend, era: other.era } });
  };
  return (
    <>
      <div className="query-line">
        <ChoicePicker label="Other revision" choices={revision} onPick={pick} />
        <ChoicePicker label="Other architecture" choices={backend} onPick={pick} />
        <ChoicePicker label="Other kernel" className="picker-narrow" choices={era} onPick={pick} />
      </div>
      <FieldError text={errors.other} />
    </>
  );
}
