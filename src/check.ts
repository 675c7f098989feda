import { existsSync } from 'node:fs';
import type { Config, DatabaseConfig } from './config/index.js';
import {
  createAdapter,
  refuseStore,
  type DatabaseAdapter,
  type Diagnosis,
  type ServiceBounds,
  type StatementBounds,
} from './databases/index.js';
import { DragomanError } from './errors/index.js';
import { messageOf, objectionTo, readCertificate } from './start/index.js';

/** A clock that is further off makes time stamps of two servers hard to compare. */
const CLOCK_TOLERANCE_MS = 1000;

/** What was found of one database. */
interface Finding {
  readonly healthy: boolean;
  readonly lines: readonly string[];
}

/**
 * Looks at what the configuration names and says what was found. Of the server its certificate; of every database, which is
 * reached once, its version, how fast it answers, how far its clock is off, and what its user may do beyond what it needs.
 * @returns whether the certificate holds and all of them answered
 */
export async function check(
  { server, databases, limits, store }: Config,
  print: (line: string) => void,
): Promise<boolean> {
  print(`The configuration is right: ${databases.length} database${databases.length === 1 ? '' : 's'}.`);
  const checks = databases.map((database) =>
    checkDatabase(database, { maxResultBytes: limits.responseBytes, storeUrl: store.url }),
  );
  let healthy = true;
  // All at once, told in the file's order.
  for (const found of [checkCertificate(server.tls), ...checks]) {
    const finding = await found;
    healthy &&= finding.healthy;
    for (const line of finding.lines) print(line);
  }
  return healthy;
}

function checkCertificate(tls: Config['server']['tls']): Finding {
  try {
    const read = readCertificate(tls);
    if (read === undefined) return { healthy: true, lines: [] };
    const objection = objectionTo(read);
    if (objection === undefined) return { healthy: true, lines: ['  ✓ server.tls: a certificate and its own key'] };
    return { healthy: !objection.refused, lines: [`  ${objection.refused ? '✗' : '!'} ${objection.text}`] };
  } catch (error) {
    return { healthy: false, lines: [`  ✗ ${messageOf(error)}`] };
  }
}

async function checkDatabase({ demo, ...options }: DatabaseConfig, bounds: ServiceBounds): Promise<Finding> {
  const { name, url, access } = options;
  const [, file] = /^sqlite:(?!:memory:$)(.*)$/s.exec(url) ?? [];
  try {
    await refuseStore(url, bounds.storeUrl);
  } catch (error) {
    return refused(name, error);
  }
  if (file !== undefined && access === 'READ_WRITE' && !existsSync(file)) {
    const filled = demo === undefined ? 'an empty database' : `the demo ${demo}`;
    return { healthy: true, lines: [`  – ${name}: no file at ${file} yet; \`dragoman serve\` makes ${filled} there`] };
  }
  const adapter = createAdapter(options, bounds);
  try {
    return await examine(adapter, options.timeoutMs);
  } catch (error) {
    return refused(name, error);
  } finally {
    await adapter.close();
  }
}

function refused(name: string, error: unknown): Finding {
  const hint = error instanceof DragomanError ? error.details.hint : undefined;
  return {
    healthy: false,
    lines: [`  ✗ ${name}: ${messageOf(error)}`, ...(hint === undefined ? [] : [`      ${hint}`])],
  };
}

async function examine(adapter: DatabaseAdapter, timeoutMs: number): Promise<Finding> {
  await adapter.ping(timeoutMs);
  // The first one opened the connections.
  const started = performance.now();
  await adapter.ping(timeoutMs);
  const ms = (performance.now() - started).toFixed(1);
  const found = `  ✓ ${adapter.name}: ${adapter.serverVersion ?? adapter.dialect}, ${adapter.access}, answers in ${ms} ms`;
  return { healthy: true, lines: [found, ...remarksOn(await adapter.diagnose(boundsOf(timeoutMs)))] };
}

function remarksOn({ clockDifferenceMs, excessRights }: Diagnosis): string[] {
  const offMs = Math.round(clockDifferenceMs ?? 0);
  const clock = `      ! its clock is ${Math.abs(offMs)} ms ${offMs > 0 ? 'ahead' : 'behind'}`;
  return [
    ...(Math.abs(offMs) > CLOCK_TOLERANCE_MS ? [clock] : []),
    ...excessRights.map((right) => `      ! the user ${right}`),
    ...(excessRights.length > 0 ? ['      Give Dragoman a user with no more rights than it needs.'] : []),
  ];
}

function boundsOf(timeoutMs: number): StatementBounds {
  const { signal } = new AbortController();
  return { deadlineMs: Date.now() + timeoutMs, maxRows: 1, maxBytes: Infinity, numbers: 'SAFE', signal };
}
