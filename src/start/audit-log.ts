import type { Config } from '../config/index.js';
import type { Logger } from '../http/index.js';
import { AuditTrail, type AuditEntry, type ServiceStore } from '../store/index.js';

/** Undefined where nobody wants to know who did what. */
export function auditTrail(
  { store: isKept, log: isLogged, retentionDays }: Config['audit'],
  store: ServiceStore,
  logger: Logger,
): AuditTrail | undefined {
  if (!isKept && !isLogged) return undefined;
  const sinks = {
    keep: isKept ? (entries: readonly AuditEntry[]): Promise<void> => store.keepAuditEntries(entries) : undefined,
    prune: (before: string): Promise<void> => store.removeAuditEntries(before),
    log: isLogged ? (entry: AuditEntry): void => logger.info({ audit: entry }, lineOf(entry)) : undefined,
    onTrouble: (err: unknown, lost: number): void =>
      logger.error(
        { err, lost },
        lost > 0 ? `${lost} entries of the audit log are lost` : 'The audit log can’t be kept',
      ),
  };
  return new AuditTrail(sinks, retentionDays);
}

function lineOf({
  principal,
  action,
  database,
  kind,
  tablesRead,
  tablesWritten,
  outcome,
  durationMs,
}: AuditEntry): string {
  const tables = [...new Set([...tablesWritten, ...tablesRead])].join(', ');
  const what = kind === null ? '' : `: ${kind}${tables === '' ? '' : ` of ${tables}`}`;
  return `${principal} ${action}${database === null ? '' : ` on ${database}`}${what}: ${outcome} in ${durationMs.toFixed(1)} ms`;
}
