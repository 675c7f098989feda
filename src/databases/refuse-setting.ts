import { databaseUrlFault, settingFault, type SettingFault, type SettingName } from '../config/index.js';
import { DragomanError } from '../errors/index.js';
import type { DatabaseOptions } from './database-options.js';
import { sentences } from './sentences.js';

/** @throws DragomanError BAD_USER_INPUT for what the configuration would not take either, in the same words */
export function refuseSetting(setting: SettingName, value: unknown): void {
  refuse(setting, settingFault(setting, value));
}

/** @throws DragomanError BAD_USER_INPUT, without the url: it may hold a password */
export function refuseUrl({ dialect, url }: Pick<DatabaseOptions, 'dialect' | 'url'>): void {
  refuse('url', databaseUrlFault(dialect, url));
}

function refuse(setting: string, fault: SettingFault | undefined): void {
  if (fault === undefined) return;
  const hint = fault.hint && sentences(fault.hint);
  throw new DragomanError('BAD_USER_INPUT', `${setting}: ${fault.message}.`, { hint });
}
