import type { IndexOption, StorageOption, TableOption } from '../ast/index.js';
import { storageOption } from './changes.js';
import { parenthesizedList, words } from './documents.js';
import { concat, type Doc, group, indent, join, line } from './layout.js';
import type { Printer } from './printer.js';
import type { OptionStyles } from './rules.js';

/** (a = 1, b = 2); where the words of a statement are followed by names and values, `separator` is a space */
export function settingsList(settings: readonly StorageOption[], separator: string, printer: Printer): Doc {
  return parenthesizedList(settings.map((each) => printer.commented(each, storageOption(each, separator, printer))));
}

/** An option of a table or index: its name, and its value, settings or tables behind it. */
export function option(node: TableOption | IndexOption, styles: OptionStyles, printer: Printer): Doc {
  const { name, value, settings } = node;
  const { name: written = name, assigned = false } = styles.special[name] ?? styles.usual;
  // OPTIONS ( ) of foreign tables and servers has names and values side by side
  const listed = settings === undefined ? undefined : settingsList(settings, name === 'OPTIONS' ? ' ' : ' = ', printer);
  const tables =
    'tables' in node && node.tables !== undefined ? parenthesizedList(printer.all(node.tables)) : undefined;
  const content = valueOf(value, printer) ?? tables;
  if (content === undefined) return words(written, listed);
  return words(concat([written, assigned ? ' = ' : ' ', content]), listed);
}

/** A name may be any word there: COLLATE = binary. */
function valueOf(value: TableOption['value'], printer: Printer): Doc | undefined {
  if (value === undefined) return undefined;
  return value.kind === 'name' ? printer.name(value, 'any') : printer.print(value);
}

/** The options of a table, as the dialect separates them. */
export function tableOptions(options: readonly TableOption[] | undefined, printer: Printer): Doc | undefined {
  if (options === undefined || options.length === 0) return undefined;
  const separator = printer.rules.tableOptions.commas ? concat([',', line]) : line;
  return group(indent(join(separator, printer.all(options))));
}
