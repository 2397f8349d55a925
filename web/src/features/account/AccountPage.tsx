/** One's own account: the name, how one comes in, and where one is signed in. */
import { IconUserOff } from '@tabler/icons-react';
import { useSession } from '../../session/session.ts';
import { BlockSkeleton, EmptyState, ErrorState } from '../../ui/index.ts';
import classes from './account.module.css';
import { messages } from './messages.ts';
import { Passkeys } from './Passkeys.tsx';
import { Password } from './Password.tsx';
import { Profile } from './Profile.tsx';
import { SecondFactor } from './SecondFactor.tsx';
import { SecondNeeded } from './SecondNeeded.tsx';
import { Sessions } from './Sessions.tsx';
import { useAccount } from './use-account.ts';

export function AccountPage() {
  const session = useSession();
  const { data, error, refetch } = useAccount(session.account !== null);
  if (!session.account)
    return (
      <EmptyState icon={IconUserOff} title={messages.none}>
        {messages.noneText}
      </EmptyState>
    );
  const isNeeded = session.account.needsSecondFactor;
  const hasPasskey = (data?.passkeys.length ?? 0) > 0;
  return (
    <div className={classes['page']}>
      <h1>{messages.title}</h1>
      {isNeeded && <SecondNeeded workspace={session.workspace.name} hasPasskey={hasPasskey} />}
      {!data &&
        (error ? (
          <ErrorState error={error} retry={() => void refetch()} />
        ) : (
          [200, 260, 160].map((height) => <BlockSkeleton key={height} height={height} />)
        ))}
      {data && (
        <>
          {data.bySingleSignOn ? (
            <p className={classes['text']}>{messages.bySingleSignOn}</p>
          ) : (
            <>
              <Profile key={data.name} account={data} />
              <Password account={data} />
              {/* By the password alone nobody changes the other ways in where a passkey is one of them. */}
              {!(isNeeded && hasPasskey) && (
                <>
                  <SecondFactor account={data} />
                  <Passkeys account={data} />
                </>
              )}
            </>
          )}
          <Sessions account={data} />
        </>
      )}
    </div>
  );
}
