import { existsSync } from 'node:fs';
import type { Config } from './config/index.js';
import { createAdapter } from './databases/index.js';

/**
 * Reaches every database of the configuration once and says what was found.
 * @returns whether all of them answered
 */
export async function checkDatabases({ databases, limits }: Config, print: (line: string) => void): Promise<boolean> {
  print(`The configuration is right: ${databases.length} database${databases.length === 1 ? '' : 's'}.`);
  let healthy = true;
  for (const { demo, ...options } of databases) {
    const [, file] = /^sqlite:(?!:memory:$)(.*)$/s.exec(options.url) ?? [];
    if (file !== undefined && options.access === 'READ_WRITE' && !existsSync(file)) {
      const filled = demo === undefined ? 'an empty database' : `the demo ${demo}`;
      print(`  – ${options.name}: no file at ${file} yet; \`dragoman serve\` makes ${filled} there`);
      continue;
    }
    const adapter = createAdapter(options, { maxResultBytes: limits.responseBytes });
    const started = performance.now();
    try {
      await adapter.ping(options.timeoutMs);
      const ms = Math.round(performance.now() - started);
      print(
        `  ✓ ${options.name}: ${adapter.serverVersion ?? options.dialect}, ${options.access}, answered in ${ms} ms`,
      );
    } catch (error) {
      healthy = false;
      print(`  ✗ ${options.name}: ${error instanceof Error ? error.message : String(error)}`);
    } finally {
      await adapter.close();
    }
  }
  return healthy;
}
