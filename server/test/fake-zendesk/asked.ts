/** What somebody asks of the account. */
export interface Asked {
  readonly method: string;
  readonly path: string;
  readonly query: URLSearchParams;
  readonly body: unknown;
  readonly origin: string;
  /** Seconds since 1970. */
  readonly now: number;
  readonly mostRows: number;
}
