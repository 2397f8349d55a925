/** Why a rule makes no alerts as it should: it could not be read, is set aside, or was not looked at for long; nothing where it is well. */
import { Instant } from '../../../ui/index.ts';
import { words } from './messages.ts';
import own from './rules.module.css';
import type { Rule } from './use-rules.ts';

export function Trouble({ rule: { fault, setAsideAt, unlookedSince } }: { rule: Pick<Rule, 'fault' | 'setAsideAt' | 'unlookedSince'> }) {
  return (
    <>
      {fault && <p className={own['fault']}>{setAsideAt === null ? words.unread(fault) : words.setAside(fault)}</p>}
      {unlookedSince && (
        <p className={own['fault']}>
          {words.unlooked} <Instant at={Date.parse(unlookedSince)} />. {words.behind}
        </p>
      )}
    </>
  );
}
