/**
 * What somebody or something is called, wherever it is named. Where the directory knows no name the server puts the id in its
 * place; that is shown for what it is, pale, and said on hover.
 */
import { NONE } from './format.ts';
import marks from './mark.module.css';
import { messages } from './messages.ts';

export interface Named {
  id?: string | null;
  name: string | null;
}

/** Whether it has a name, and not only an id in the place of one. */
export const hasName = (named: Named | null | undefined): named is Named & { name: string } =>
  Boolean(named?.name) && named?.name !== named?.id;

/** Set apart, so that a name in another direction, or one that turns it, turns nothing but itself. */
export function Name({ of, nobody = NONE }: { of: Named | null | undefined; nobody?: string }) {
  if (hasName(of)) return <bdi>{of.name}</bdi>;
  return (
    <span className={marks['quiet']} title={of?.name ? messages.notInDirectory : undefined}>
      {of?.name || nobody}
    </span>
  );
}

/** Whose ticket it is, in one name: the company's, or else the person's. */
export function CustomerName({ organisation, requester }: { organisation: Named | null; requester: Named | null }) {
  return <Name of={[organisation, requester].find(hasName) ?? organisation ?? requester} nobody={messages.unknownCustomer} />;
}
