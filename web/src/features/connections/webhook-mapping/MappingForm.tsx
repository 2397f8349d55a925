/** The mapping as fields: which form it has, and where each field comes from. */
import { Button, Checkbox, SegmentedControl, Textarea, TextInput } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { useState } from 'react';
import { FIRST_RULE, foundIn, inForm, type Mapping, type Path, type Source, valueAt, withValue } from './document.ts';
import { words } from './messages.ts';
import { RuleHead } from './RuleHead.tsx';
import type { Json } from './sample.ts';
import { type Group, isShown } from './targets.ts';
import type { MappedType } from './use-webhook-mapping.ts';
import { type Target, ValueField } from './ValueField.tsx';
import classes from './webhook-mapping.module.css';

export interface MappingFormProps {
  mapping: Mapping;
  groups: readonly Group[];
  types: readonly MappedType[];
  sample: Json | undefined;
  pointers: readonly string[];
  chosen: Target | undefined;
  faultOf: (path: Path) => string | undefined;
  onChoose: (target: Target) => void;
  onChange: (mapping: Mapping) => void;
}

export function MappingForm(props: MappingFormProps) {
  const { mapping, groups, types, faultOf, onChange } = props;
  const form = mapping['form'] === 'events' ? 'events' : 'snapshot';
  return (
    <div className={classes['form']}>
      <div>
        <SegmentedControl
          size="xs"
          fullWidth
          aria-label={words.form}
          value={form}
          data={(['snapshot', 'events'] as const).map((value) => ({ value, label: words.forms[value] }))}
          onChange={(value) => onChange(inForm(mapping, value))}
        />
        <p className={classes['hint']}>{words.formText[form]}</p>
      </div>
      {groups.map((group) => (
        <fieldset key={group.title} className={classes['group']}>
          <legend>{group.title}</legend>
          {group.rule !== undefined && (
            <RuleHead
              mapping={mapping}
              index={group.rule}
              types={types.map(({ type }) => type)}
              isOnly={groups.length === 1}
              faultOf={faultOf}
              onChange={onChange}
            />
          )}
          <Fields {...props} group={group} />
        </fieldset>
      ))}
      {form === 'events' && (
        <Button
          size="xs"
          variant="default"
          leftSection={<IconPlus size={14} aria-hidden="true" />}
          onClick={() => onChange(withValue(mapping, ['rules'], [...(mapping['rules'] as unknown[]), FIRST_RULE]))}
        >
          {words.addRule}
        </Button>
      )}
      <OfAll {...props} />
      <Document mapping={mapping} onChange={onChange} />
    </div>
  );
}

function Fields({ group, mapping, sample, pointers, chosen, faultOf, onChoose, onChange }: MappingFormProps & { group: Group }) {
  const [isWhole, setWhole] = useState(false);
  const shown = isWhole ? group.targets : group.targets.filter((target) => isShown(target, mapping));
  const hidden = group.targets.length - shown.length;
  const each = group.rule === undefined ? undefined : (valueAt(mapping, ['rules', group.rule, 'each']) as string | undefined);
  return (
    <>
      {shown.map((target) => {
        const source = valueAt(mapping, target.path) as Source | undefined;
        return (
          <ValueField
            key={target.path.join('.')}
            target={target}
            source={source}
            found={foundIn(source, sample, undefined, each)}
            pointers={pointers}
            hasItems={each !== undefined}
            hasSample={sample !== undefined}
            isChosen={chosen?.path.join('.') === target.path.join('.')}
            fault={faultOf(target.path)}
            onChoose={() => onChoose(target)}
            onChange={(next) => onChange(withValue(mapping, target.path, next))}
          />
        );
      })}
      <div className={classes['bar']}>
        {hidden > 0 && (
          <Button size="compact-xs" variant="subtle" onClick={() => setWhole(true)}>
            {words.show(hidden)}
          </Button>
        )}
        {group.custom && (
          <AddCustom onAdd={(name) => onChange(withValue(mapping, [...group.custom!, `customFields.${name}`], { pointer: '' }))} />
        )}
      </div>
    </>
  );
}

function AddCustom({ onAdd }: { onAdd: (name: string) => void }) {
  const [name, setName] = useState('');
  return (
    <form
      className={classes['addCustom']}
      onSubmit={(event) => {
        event.preventDefault();
        if (name.trim() !== '') onAdd(name.trim());
        setName('');
      }}
    >
      <TextInput
        size="xs"
        aria-label={words.customField}
        placeholder={words.customField}
        maxLength={100}
        value={name}
        onChange={(event) => setName(event.currentTarget.value)}
      />
      <Button type="submit" size="compact-xs" variant="default" disabled={name.trim() === ''}>
        {words.addCustom}
      </Button>
    </form>
  );
}

/** What holds for every payload. */
function OfAll({ mapping, faultOf, onChange }: MappingFormProps) {
  const items = mapping['items'] as string | undefined;
  return (
    <fieldset className={classes['group']}>
      <legend>{words.groups.all}</legend>
      <div className={classes['pair']}>
        <TextInput
          size="xs"
          label={words.zone}
          placeholder={words.zoneHint}
          spellCheck={false}
          value={(mapping['zone'] as string | undefined) ?? ''}
          error={faultOf(['zone'])}
          onChange={(event) => onChange(withValue(mapping, ['zone'], event.currentTarget.value || undefined))}
        />
        <div className={classes['stack']}>
          <Checkbox
            size="xs"
            label={words.isList}
            checked={items !== undefined}
            onChange={(event) => onChange(withValue(mapping, ['items'], event.currentTarget.checked ? '' : undefined))}
          />
          {items !== undefined && (
            <TextInput
              size="xs"
              aria-label={words.items}
              placeholder="/events"
              classNames={{ input: classes['code'] ?? '' }}
              spellCheck={false}
              value={items}
              error={faultOf(['items'])}
              onChange={(event) => onChange(withValue(mapping, ['items'], event.currentTarget.value))}
            />
          )}
        </div>
      </div>
    </fieldset>
  );
}

/** All of it as text. What is no JSON is not taken over. */
function Document({ mapping, onChange }: { mapping: Mapping; onChange: (mapping: Mapping) => void }) {
  const written = JSON.stringify(mapping, null, 2);
  // What is written here and not taken over yet.
  const [edited, setEdited] = useState<string | null>(null);
  const [isWrong, setWrong] = useState(false);
  const read = () => {
    if (edited === null) return;
    try {
      const found = JSON.parse(edited) as unknown;
      if (typeof found !== 'object' || found === null || Array.isArray(found)) throw new Error('no object');
      setWrong(false);
      setEdited(null);
      onChange(found as Mapping);
    } catch {
      setWrong(true);
    }
  };
  return (
    <details className={classes['document']}>
      <summary>{words.document}</summary>
      <Textarea
        aria-label={words.document}
        description={words.documentHint}
        classNames={{ input: classes['code'] ?? '' }}
        autosize
        minRows={6}
        maxRows={24}
        spellCheck={false}
        value={edited ?? written}
        error={isWrong && words.notJson}
        onChange={(event) => setEdited(event.currentTarget.value)}
        onBlur={read}
      />
    </details>
  );
}
