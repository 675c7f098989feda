import { DragomanError } from '../../errors/index.js';
import type { Printer } from './printer.js';

/**
 * Says that a dialect has no way to write something.
 *
 * @throws DragomanError UNTRANSLATABLE, always
 */
export function refuse(printer: Printer, what: string, hint: string): never {
  throw new DragomanError('UNTRANSLATABLE', `${printer.rules.title} has no ${what}.`, { hint });
}
