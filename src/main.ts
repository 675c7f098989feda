import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { Command, Option } from 'commander';
import { createApiKey } from './auth/index.js';
import { keyCommand, translateCommand } from './command-line/index.js';
import { ConfigError, findConfigPath, loadConfig, type Config } from './config/index.js';
import { crash, endAtUncaught } from './crash.js';
import { DragomanError } from './errors/index.js';
import { formatSql } from './format.js';
import { dialects, type DialectName } from './sql/index.js';
import { version } from './version.js';

const PACKAGE_FOLDER = new URL('../', import.meta.url);
const DEFAULT_CONFIG = fileURLToPath(new URL('dragoman.yaml', PACKAGE_FOLDER));

interface ConfigOption {
  readonly config?: string;
}

/**
 * Runs the command line. What serves is loaded by the commands that need it: it takes a second or two, which the others
 * spare. `argv` comes without the program's own name. Sets `process.exitCode`.
 */
export async function main(argv: string[]): Promise<void> {
  endAtUncaught();
  try {
    await program().parseAsync(argv, { from: 'user' });
  } catch (error) {
    if (!(error instanceof ConfigError)) crash(error);
    process.stderr.write(`${error.message}\n`);
    process.exitCode = 1;
  }
}

function program(): Command {
  const command = new Command('dragoman')
    .description('One GraphQL endpoint in front of all your SQL databases.')
    .version(version(), '-v, --version', 'print the version')
    .helpOption('-h, --help', 'show this help');
  command
    .command('serve', { isDefault: true })
    .description('start the service and keep it in the foreground (the default)')
    .option('-c, --config <file>', 'the configuration, .yaml, .yml or .json; also DRAGOMAN_CONFIG')
    .action(async ({ config }: ConfigOption) => {
      const { serve } = await import('./serve.js');
      await serve(configReader(config));
    });
  command
    .command('check')
    .description('read the configuration, look at its certificate, reach every database, and say what was found')
    .option('-c, --config <file>', 'the configuration, .yaml, .yml or .json; also DRAGOMAN_CONFIG')
    .action(async ({ config }: ConfigOption) => {
      const { check } = await import('./check.js');
      const healthy = await check(configReader(config)(), (line) => process.stdout.write(`${line}\n`));
      process.exitCode = healthy ? 0 : 1;
    });
  command
    .command('print-schema')
    .description('print the GraphQL schema')
    .action(async () => {
      const { printPublicSchema } = await import('./graphql/index.js');
      process.stdout.write(printPublicSchema());
    });
  command
    .command('format')
    .description('lay SQL out: from a file, or from what is piped in')
    .argument('[file]', 'the file; left out, standard input')
    .addOption(
      new Option('-d, --dialect <name>', 'what it is written in; left out, told from the text').choices(DIALECTS),
    )
    .action(format);
  command.addCommand(translateCommand());
  command.addCommand(keyCommand(createApiKey));
  return command;
}

const DIALECTS = Object.keys(dialects).map((name) => name.toLowerCase());

function format(file: string | undefined, { dialect }: { readonly dialect?: string }): void {
  const sql = readFileSync(file ?? process.stdin.fd, 'utf8');
  try {
    process.stdout.write(formatSql(sql, dialect?.toUpperCase() as DialectName | undefined));
  } catch (error) {
    if (!(error instanceof DragomanError)) throw error;
    const { position, hint } = error.details;
    const place = position === undefined ? '' : `${file ?? 'input'}:${position.line}:${position.column}: `;
    process.stderr.write(`${place}${error.message}${hint === undefined ? '' : ` ${hint}`}\n`);
    process.exitCode = 1;
  }
}

function configReader(option: string | undefined): () => Config {
  const env = process.env;
  const found = findConfigPath({
    ...(option === undefined ? {} : { option }),
    env,
    cwd: process.cwd(),
    fallback: DEFAULT_CONFIG,
  });
  return () => loadConfig({ ...found, env });
}
