import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect } from 'vitest';
import { ConfigError, loadConfig, type Config } from '../../src/config/index.js';

export interface TemporaryConfig {
  readonly name?: string;
  readonly env?: Record<string, string>;
}

/** A folder that is gone after the test file's last test. */
export function temporaryFolder(): string {
  if (expect.getState().currentTestName !== undefined) {
    throw new Error('Take the folder outside of tests: nothing would remove one that a test takes.');
  }
  const folder = mkdtempSync(join(tmpdir(), 'dragoman-config-'));
  afterAll(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

/** Writes the text into the folder and loads it. */
export function loadText(folder: string, text: string | Buffer, options: TemporaryConfig = {}): Config {
  const path = join(folder, options.name ?? 'dragoman.yaml');
  writeFileSync(path, text);
  return loadConfig({ path, env: options.env ?? {} });
}

/** The lines of the ConfigError that `action` throws, with the temporary folder cut from file names. */
export function mistakes(action: () => unknown): string[] {
  try {
    action();
  } catch (error) {
    if (!(error instanceof ConfigError)) throw error;
    return error.message.split('\n').map((line) => line.replace(/^\/\S*\/(?=dragoman\.)/, ''));
  }
  throw new Error('no ConfigError was thrown');
}
