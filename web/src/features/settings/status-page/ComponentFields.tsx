/** The components of the page and what each follows, in their order. */
import { ActionIcon, Button, TagsInput, TextInput } from '@mantine/core';
import { IconArrowUp, IconPlus, IconTrash } from '@tabler/icons-react';
import classes from '../settings.module.css';
import { words } from './messages.ts';
import { changed, type Draft, type DraftComponent, raised, withComponent, without } from './status-form.ts';
import own from './status-page.module.css';

interface ComponentsProps {
  draft: Draft;
  /** What late incidents named. */
  known: { readonly services: readonly string[]; readonly regions: readonly string[] };
  faultOf: (field: string) => string | undefined;
  onChange: (draft: Draft) => void;
}

export function ComponentFields({ draft, known, faultOf, onChange }: ComponentsProps) {
  return (
    <div className={own['fields']}>
      {draft.components.length === 0 && <p className={classes['quiet']}>{words.noComponents}</p>}
      {draft.components.map((one, index) => (
        <OneComponent
          key={one.id}
          of={one}
          isFirst={index === 0}
          known={known}
          faultOf={(field) => faultOf(`components.${index}.${field}`)}
          onChange={(part) => onChange(changed(draft, one.id, part))}
          onRaise={() => onChange(raised(draft, one.id))}
          onRemove={() => onChange(without(draft, one.id))}
        />
      ))}
      <Button
        variant="default"
        className={own['add'] ?? ''}
        leftSection={<IconPlus size={16} />}
        onClick={() => onChange(withComponent(draft, new Date().toISOString().slice(0, 10)))}
      >
        {words.add}
      </Button>
    </div>
  );
}

interface OneProps extends Pick<ComponentsProps, 'known' | 'faultOf'> {
  of: DraftComponent;
  isFirst: boolean;
  onChange: (part: Partial<DraftComponent>) => void;
  onRaise: () => void;
  onRemove: () => void;
}

function OneComponent({ of, isFirst, known, faultOf, onChange, onRaise, onRemove }: OneProps) {
  const text = (field: 'name' | 'group' | 'description' | 'since') => ({
    label: words.component[field],
    value: of[field],
    error: faultOf(field),
    onChange: ({ currentTarget: { value } }: { currentTarget: { value: string } }) => onChange({ [field]: value }),
  });
  return (
    <fieldset className={own['component']} aria-label={of.name}>
      <div className={own['row']}>
        <TextInput {...text('name')} />
        <TextInput {...text('group')} />
        <TextInput {...text('description')} />
        <TagsInput
          label={words.component.services}
          description={words.component.servicesHint}
          data={[...known.services]}
          value={[...of.services]}
          splitChars={[',']}
          acceptValueOnBlur
          error={faultOf('services')}
          onChange={(services) => onChange({ services })}
        />
        <TagsInput
          label={words.component.regions}
          data={[...known.regions]}
          value={[...of.regions]}
          splitChars={[',']}
          acceptValueOnBlur
          error={faultOf('regions')}
          onChange={(regions) => onChange({ regions })}
        />
        <TextInput type="date" {...text('since')} />
      </div>
      <div className={own['deeds']}>
        <ActionIcon variant="default" disabled={isFirst} aria-label={words.up(of.name)} onClick={onRaise}>
          <IconArrowUp size={16} />
        </ActionIcon>
        <ActionIcon variant="default" aria-label={words.remove(of.name)} onClick={onRemove}>
          <IconTrash size={16} />
        </ActionIcon>
      </div>
    </fieldset>
  );
}
