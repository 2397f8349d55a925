/** A connection as it is asked for, changed and shown. */
import type { ConnectionHealth } from './health.ts';
import type { Linked } from './records.ts';

export interface NewConnection {
  readonly system: string;
  readonly name: string;
  readonly source?: string | undefined;
  readonly credentials: unknown;
  readonly options: unknown;
  readonly pollSeconds?: number | undefined;
  readonly silenceSeconds?: number | null | undefined;
  readonly writesBack?: boolean | undefined;
}

export interface ConnectionChange {
  readonly name?: string | undefined;
  readonly credentials?: unknown;
  readonly options?: unknown;
  readonly pollSeconds?: number | undefined;
  readonly silenceSeconds?: number | null | undefined;
  readonly writesBack?: boolean | undefined;
}

export interface ConnectionView extends Pick<
  Linked,
  'id' | 'source' | 'system' | 'options' | 'createdBy' | 'pollSeconds' | 'silenceSeconds'
> {
  readonly name: string;
  /** What people call its system. */
  readonly systemLabel: string;
  readonly createdAt: string;
  /** It is asked, and not only heard. */
  readonly isRead: boolean;
  readonly takesWebhooks: boolean;
  /** Promises and opening hours are kept over there, and can be taken over. */
  readonly offersRules: boolean;
  /** It takes what people do to its tickets here. */
  readonly isWritable: boolean;
  /** And it is sent there. */
  readonly writesBack: boolean;
  readonly hasWebhookSecret: boolean;
  readonly health: ConnectionHealth;
}
