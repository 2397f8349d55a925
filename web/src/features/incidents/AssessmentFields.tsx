/** What is hit: users × block as the nine cells they are, the kinds that are severe whoever is hit, and the severity with its reason. */
import { Checkbox } from '@mantine/core';
import { BLOCKS, OVERRIDES, USERS_HIT } from '@watchdesk/domain/event';
import { type Assessment, severityOf } from '@watchdesk/domain/incident';
import { SeverityBadge } from '../../incidents/index.ts';
import { formatShortDuration } from '../../ui/index.ts';
import classes from './assessment.module.css';
import { words } from './messages.ts';
import { usePolicy } from './use-incident.ts';

const said = words.assess;
/** The widest first, as one asks. */
const USERS = USERS_HIT.toReversed();

interface AssessmentFieldsProps {
  value: Assessment;
  /** The version of the policy that it is promised by; left out, the one in force. */
  policyVersion?: number;
  onChange: (value: Assessment) => void;
}

export function AssessmentFields({ value, policyVersion, onChange }: AssessmentFieldsProps) {
  const { severity, reason } = severityOf(value);
  const { responseSeconds, updateSeconds } = usePolicy(policyVersion).terms[severity];
  return (
    <div className={classes['assessment']}>
      <fieldset className={classes['matrix']}>
        <legend>{said.legend}</legend>
        <span />
        {USERS.map((users) => (
          <span key={users} className={classes['column']} aria-hidden="true">
            {said.users[users]}
          </span>
        ))}
        {BLOCKS.map((block) => (
          <div key={block} className={classes['line']}>
            <span aria-hidden="true">{said.block[block]}</span>
            {USERS.map((users) => {
              const own = severityOf({ users, block, overrides: [] }).severity;
              return (
                <label key={users} className={classes['cell']} data-severity={own}>
                  <input
                    type="radio"
                    name="assessment"
                    aria-label={said.cell(said.users[users], said.block[block], own)}
                    checked={value.users === users && value.block === block}
                    onChange={() => onChange({ ...value, users, block })}
                  />
                  <span>{own}</span>
                </label>
              );
            })}
          </div>
        ))}
      </fieldset>
      <Checkbox.Group
        label={said.overrides}
        size="xs"
        value={[...value.overrides]}
        onChange={(chosen) => onChange({ ...value, overrides: OVERRIDES.filter((one) => chosen.includes(one)) })}
      >
        <div className={classes['overrides']}>
          {OVERRIDES.map((one) => (
            <Checkbox key={one} value={one} label={said.override[one]} size="sm" />
          ))}
        </div>
      </Checkbox.Group>
      <p className={classes['judged']} role="status">
        <SeverityBadge severity={severity} isLarge />
        <span>
          <b>{reason}.</b>{' '}
          {said.promises(
            formatShortDuration(responseSeconds),
            updateSeconds === null ? said.atResolution : said.every(formatShortDuration(updateSeconds)),
          )}
        </span>
      </p>
    </div>
  );
}
