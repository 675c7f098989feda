/** What somebody did, or was kept from doing. Values never stand in it: neither literals nor parameters. */
export interface AuditEntry {
  /** ISO 8601, UTC: when it ended. */
  readonly at: string;
  /** Who it was: `key:NAME`, `jwt:SUBJECT`, `anonymous`, `local`. */
  readonly principal: string;
  /** The GraphQL field: query, execute, rows, beginTransaction, registerDatabase. */
  readonly action: string;
  readonly requestId: string | null;
  readonly database: string | null;
  readonly kind: string | null;
  readonly fingerprint: string | null;
  /** The statement with its literals folded; null where it could not be read. */
  readonly pattern: string | null;
  readonly tablesRead: readonly string[];
  readonly tablesWritten: readonly string[];
  /** OK, or an error's code. */
  readonly outcome: string;
  /** Rows that came, or that were changed; null where there is no such number. */
  readonly rows: number | null;
  readonly durationMs: number;
}

/** An entry that is kept; later ones have greater ids. */
export interface KeptAuditEntry extends AuditEntry {
  readonly id: number;
}

/** Which entries are asked for; each that is given narrows the choice. */
export interface AuditFilter {
  readonly principal?: string | undefined;
  readonly database?: string | undefined;
  readonly outcome?: string | undefined;
  /** ISO 8601, UTC. */
  readonly since?: string | undefined;
  readonly until?: string | undefined;
  /** Entries before this one. */
  readonly beforeId?: number | undefined;
}
