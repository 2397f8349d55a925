/** Every hour what has been kept long enough goes: old sessions, what privacy lets go of, the files of imports. What fails is tried the next time. */
import type { Accounts } from './accounts/index.ts';
import type { Imports } from './imports/index.ts';
import type { Logger } from './log.ts';
import type { Privacy } from './privacy/index.ts';

interface TidyingParts {
  readonly accounts: Pick<Accounts, 'tidy'>;
  readonly privacy: Pick<Privacy, 'nightly'>;
  readonly imports: Pick<Imports, 'tidy'>;
  readonly log: Pick<Logger, 'debug' | 'warn'>;
}

const HOUR_MS = 3600_000;

export function createTidying({ accounts, privacy, imports, log }: TidyingParts) {
  let running: NodeJS.Timeout | undefined;
  const tidyImports = () =>
    imports.tidy().catch((err: unknown) => log.warn({ err }, 'old files of imports were not all removed; the next hour does it'));
  const tidy = async () => {
    await accounts.tidy().catch((err: unknown) => log.debug({ err }, 'old sessions were not removed; the next hour does it'));
    await privacy
      .nightly()
      .catch((err: unknown) => log.warn({ err }, 'what has been kept long enough was not all let go of; the next night does it'));
    await tidyImports();
  };
  return {
    start(): void {
      running ??= setInterval(() => void tidy(), HOUR_MS);
      // What this server left when it died.
      void tidyImports();
    },
    stop: (): void => clearInterval(running),
  };
}
