/** Entries of the audit log, the newest first, each with what it changed. */
import type { AuditEntry } from '../../../api/client.ts';
import { CardTable, Instant } from '../../../ui/index.ts';
import { messages } from '../messages.ts';
import classes from '../settings.module.css';
import { differencesOf } from './changes.ts';

const words = messages.audit;
const MOST = 40;

export function AuditTable({ entries }: { entries: readonly AuditEntry[] }) {
  const { columns } = words;
  return (
    <CardTable columns={columns}>
      {entries.map((entry) => (
        <tr key={entry.place}>
          <td data-label={columns.at}>
            <Instant at={entry.at} />
          </td>
          <td data-label={columns.who}>
            <bdi>{entry.who.name}</bdi>
          </td>
          <td data-label={columns.from} className={classes['code']}>
            {entry.who.from ?? (entry.who.kind === 'system' ? words.itself : words.commandLine)}
          </td>
          <td data-label={columns.what}>
            {words.did[entry.action]} <Subject of={entry.subject} />
          </td>
          <td data-label={columns.change} data-wide>
            <Changes entry={entry} />
          </td>
        </tr>
      ))}
    </CardTable>
  );
}

/** A session and an export have no name that says anything. */
function Subject({ of: { kind, id, name } }: { of: AuditEntry['subject'] }) {
  if (kind === 'session' || kind === 'tickets' || kind === 'audit' || kind === 'privacy' || kind === 'retention') return null;
  return name === null ? <span className={classes['code']}>{id}</span> : <bdi>“{name}”</bdi>;
}

function Changes({ entry: { before, after } }: { entry: AuditEntry }) {
  const differences = differencesOf(before, after);
  if (differences.length === 0) return null;
  const shown = differences.slice(0, MOST);
  return (
    <details>
      <summary>{words.details(differences.length)}</summary>
      <table className={classes['changes']}>
        <thead>
          <tr>
            <th scope="col">{words.field}</th>
            <th scope="col">{words.before}</th>
            <th scope="col">{words.after}</th>
          </tr>
        </thead>
        <tbody>
          {shown.map(({ path, before: was, after: is }) => (
            <tr key={path}>
              <td className={classes['code']}>{path}</td>
              <td>{said(was)}</td>
              <td>{said(is)}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {shown.length < differences.length && <p className={classes['quiet']}>{words.andMore(differences.length - shown.length)}</p>}
    </details>
  );
}

const said = (value: unknown): string => {
  if (value === undefined || value === null) return words.nothing;
  return typeof value === 'string' ? value : JSON.stringify(value);
};
