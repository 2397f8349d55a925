/** How severe an incident is: users × block as a table, and what each severity means. It is the same for everybody. */
import { BLOCKS, USERS_HIT } from '@watchdesk/domain/event';
import { DEFINITIONS, severityOf } from '@watchdesk/domain/incident';
import { SeverityBadge } from '../../../incidents/index.ts';
import { Panel } from '../../../ui/index.ts';
import own from './incident-policy.module.css';
import { words } from './messages.ts';

const USERS = USERS_HIT.toReversed();

export function SeverityMatrix() {
  return (
    <Panel title={words.severities} sentence={words.severitiesSentence}>
      <div className={own['severities']}>
        <table className={own['matrix']}>
          <thead>
            <tr>
              <td aria-hidden="true" />
              {USERS.map((users) => (
                <th key={users} scope="col">
                  {words.users[users]}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {BLOCKS.map((block) => (
              <tr key={block}>
                <th scope="row">{words.blocks[block]}</th>
                {USERS.map((users) => (
                  <td key={users}>
                    <SeverityBadge severity={severityOf({ users, block, overrides: [] }).severity} />
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
        <dl className={own['definitions']}>
          {DEFINITIONS.map(({ severity, name, definition, examples }) => (
            <div key={severity}>
              <dt>
                <SeverityBadge severity={severity} />
              </dt>
              <dd>
                <b>{name}.</b> {definition}. <span>{words.examples(examples.join(', ').toLowerCase())}</span>
              </dd>
            </div>
          ))}
        </dl>
      </div>
    </Panel>
  );
}
