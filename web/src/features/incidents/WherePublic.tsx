/** Whether what customers are told becomes public, and where: what nobody can read tells nobody. */
import { Anchor } from '@mantine/core';
import { IconAlertTriangle, IconWorld } from '@tabler/icons-react';
import type { Incident } from '../../api/client.ts';
import classes from './incidents.module.css';
import { words } from './messages.ts';

const said = words.statusPage;

export function WherePublic({ of }: { of: Incident['statusPage'] }) {
  if (of === null) return <p className={classes['where']}>{said.none}</p>;
  const isWhole = of.isShown && of.without.length === 0;
  const Icon = isWhole ? IconWorld : IconAlertTriangle;
  return (
    <p className={classes['where']} data-tone={isWhole ? 'quiet' : 'warning'}>
      <Icon size={14} aria-hidden />
      <span>
        {of.isShown ? said.shown(of.components) : said.notShown(of.without)}
        {of.isShown && of.without.length > 0 && ` ${said.without(of.without)}`}{' '}
        <Anchor href={of.url} target="_blank" rel="noreferrer" inherit>
          {said.open}
        </Anchor>
      </span>
    </p>
  );
}
