import type { z } from 'zod';
import type { DatabaseConfig } from './config.js';
import { databaseName } from './database-schema.js';
import { urlFault } from './dialect-forms.js';
import { integer, MAX_INT } from './field-schemas.js';
import { poolSizes } from './pool-schema.js';
import { splitWording } from './wording.js';

/** What is wrong with a setting, and what to do. */
export interface SettingFault {
  readonly message: string;
  readonly hint?: string;
}

const milliseconds = integer(1, MAX_INT, 5000);

/** The settings of a database as requests write them: with the bounds of the file's, where the file has them. */
const SETTINGS = {
  name: databaseName,
  'pool.min': poolSizes.min,
  'pool.max': poolSizes.max,
  'pool.maxWaiting': poolSizes.maxWaiting,
  'pool.acquireTimeoutMs': milliseconds,
  'pool.idleTimeoutMs': milliseconds,
  'pool.maxLifetimeMs': milliseconds,
  timeoutMs: milliseconds,
  maxRows: integer(1, MAX_INT, 10_000),
  slowQueryThresholdMs: integer(0, MAX_INT, 200),
} as const satisfies Record<string, z.ZodType>;

export type SettingName = keyof typeof SETTINGS;

/** What the configuration would say of such a value; undefined where it would take it. */
export function settingFault(setting: SettingName, value: unknown): SettingFault | undefined {
  return faultOf(SETTINGS[setting].safeParse(value).error?.issues[0]?.message);
}

/** The same for the address of a database. */
export function databaseUrlFault(dialect: DatabaseConfig['dialect'], url: string): SettingFault | undefined {
  return faultOf(urlFault(dialect, url));
}

function faultOf(wording: string | undefined): SettingFault | undefined {
  return wording === undefined ? undefined : splitWording(wording);
}
