import { Command, Option } from 'commander';
import { DragomanError } from '../errors/index.js';
import { dialects, type Dialect, type DialectName } from '../sql/index.js';
import { reportQueryLog } from './report-query-log.js';
import { translateDump } from './translate-dump.js';

const DIALECTS = Object.keys(dialects).map((name) => name.toLowerCase());

interface TranslateOptions {
  readonly from: string;
  readonly to: string;
  readonly fidelity: 'exact' | 'idiomatic';
  readonly textComparison: 'target' | 'source';
  readonly flavour?: 'mariadb' | 'mysql';
  readonly format: 'text' | 'json';
  readonly report?: string;
  readonly encoding: string;
  readonly strict: boolean;
}

/** `dragoman translate`: a dump, a script, or the queries of a log. */
export function translateCommand(): Command {
  return new Command('translate')
    .description('translate a dump or a script; or, with --report alone, say of a log what of it would translate')
    .argument('[file]', 'the dump or script; left out, or -, standard input')
    .addOption(dialect('--from <dialect>', 'what it is written in').makeOptionMandatory())
    .addOption(dialect('--to <dialect>', 'what it is to be').makeOptionMandatory())
    .addOption(choice('--fidelity <how>', 'exact keeps the meaning; idiomatic is plainer', ['exact', 'idiomatic']))
    .addOption(
      choice('--text-comparison <whose>', 'how text compares: as the target’s or the source’s', ['target', 'source']),
    )
    .addOption(new Option('--flavour <server>', 'which server MySQL is; left out, both').choices(['mariadb', 'mysql']))
    .addOption(choice('--format <format>', 'SQL, or a JSON object a statement', ['text', 'json']))
    .option('--report <file>', 'with a file to translate: write all findings there; alone: a query log to read')
    .option('--encoding <name>', 'of the file', 'utf-8')
    .option('--strict', 'end with 2 where something may differ', false)
    .addHelpText('after', '\nEnds with 0 where all is translated, with 1 where something is refused.')
    .action(translate);
}

const dialect = (flags: string, description: string): Option => new Option(flags, description).choices(DIALECTS);

const choice = (flags: string, description: string, choices: readonly [string, ...string[]]): Option =>
  new Option(flags, description).choices(choices).default(choices[0]);

const FIDELITIES = { exact: 'EXACT', idiomatic: 'IDIOMATIC' } as const;
const TEXT_COMPARISONS = { target: 'TARGET', source: 'SOURCE' } as const;
const FLAVOURS = { mariadb: 'MARIADB', mysql: 'MYSQL' } as const;

async function translate(file: string | undefined, options: TranslateOptions): Promise<void> {
  const { format, report, encoding, strict, fidelity, textComparison, flavour } = options;
  const wishes = {
    from: dialectNamed(options.from),
    to: dialectNamed(options.to),
    fidelity: FIDELITIES[fidelity],
    textComparison: TEXT_COMPARISONS[textComparison],
    server: { flavour: flavour === undefined ? undefined : FLAVOURS[flavour] },
    encoding,
    format,
    strict,
  };
  try {
    if (wishes.from === wishes.to)
      throw new DragomanError('BAD_USER_INPUT', '--from and --to are the same: there is nothing to translate.');
    const readsLog = file === undefined && report !== undefined;
    process.exitCode = await (readsLog
      ? reportQueryLog({ ...wishes, file: report })
      : translateDump({ ...wishes, file, report }));
  } catch (error) {
    process.exitCode = told(error, file ?? report ?? 'input');
  }
}

const dialectNamed = (word: string): Dialect => dialects[word.toUpperCase() as DialectName];

/** Says what ended a translation early. @returns the exit code */
function told(error: unknown, file: string): 1 {
  // whoever reads the output has stopped, as `head` does
  if (error instanceof Error && 'code' in error && error.code === 'EPIPE') return 1;
  if (!(error instanceof DragomanError)) throw error;
  const { position, hint } = error.details;
  const place = position === undefined ? '' : `${file}:${position.line}:${position.column}: `;
  process.stderr.write(`${place}${error.message}${hint === undefined ? '' : ` ${hint}`}\n`);
  return 1;
}
