/** How soon somebody responds, how often customers are told and by what, for each severity. */
import { Checkbox, TagsInput } from '@mantine/core';
import { SEVERITIES } from '@watchdesk/domain/event';
import { SeverityBadge } from '../../../incidents/index.ts';
import { DurationInput } from '../../../ui/index.ts';
import own from './incident-policy.module.css';
import { words } from './messages.ts';
import type { Draft } from './use-incident-policy.ts';

const UNITS = ['minutes', 'hours'] as const;
const USUAL_SECONDS = 8 * 3600;
const MOST_CHANNELS = 10;

export interface FieldsProps {
  draft: Draft;
  faultOf: (field: string) => string | undefined;
  onChange: (draft: Draft) => void;
}

export function TermsFields({ draft, faultOf, onChange }: FieldsProps) {
  return (
    <ul className={own['terms']}>
      {SEVERITIES.map((severity) => {
        const terms = draft.terms[severity];
        const { responseSeconds, updateSeconds, channels } = terms;
        const set = (changed: Partial<typeof terms>) =>
          onChange({ ...draft, terms: { ...draft.terms, [severity]: { ...terms, ...changed } } });
        const fault = (field: string) => faultOf(`terms.${severity}.${field}`);
        return (
          <li key={severity}>
            <SeverityBadge severity={severity} isLarge />
            <DurationInput
              label={words.of(words.response, severity)}
              seconds={responseSeconds}
              units={UNITS}
              error={fault('responseSeconds')}
              onChange={(seconds) => set({ responseSeconds: seconds })}
            />
            <div className={own['update']}>
              {updateSeconds !== null && (
                <DurationInput
                  label={words.of(words.update, severity)}
                  seconds={updateSeconds}
                  units={UNITS}
                  error={fault('updateSeconds')}
                  onChange={(seconds) => set({ updateSeconds: seconds })}
                />
              )}
              <Checkbox
                size="xs"
                label={words.atResolution}
                aria-label={words.atResolutionOf(severity)}
                checked={updateSeconds === null}
                onChange={({ currentTarget }) => set({ updateSeconds: currentTarget.checked ? null : USUAL_SECONDS })}
              />
            </div>
            <TagsInput
              label={words.of(words.channels, severity)}
              placeholder={channels.length === 0 ? words.channelsHint : ''}
              maxTags={MOST_CHANNELS}
              value={[...channels]}
              error={fault('channels')}
              onChange={(next) => set({ channels: next })}
            />
          </li>
        );
      })}
    </ul>
  );
}
