import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { Command, Option } from 'commander';
import { startService, StartupError, type Service } from './app.js';
import { banner } from './banner.js';
import { translateCommand } from './command-line/index.js';
import { ConfigError, findConfigPath, loadConfig, type Config } from './config/index.js';
import { DragomanError } from './errors/index.js';
import { formatSql } from './format.js';
import { printPublicSchema } from './graphql/index.js';
import { createLogger } from './http/index.js';
import { dialects, type DialectName } from './sql/index.js';
import { checkDatabases } from './check.js';
import { version } from './version.js';

const PACKAGE_FOLDER = new URL('../', import.meta.url);
const DEFAULT_CONFIG = fileURLToPath(new URL('dragoman.yaml', PACKAGE_FOLDER));
/** A signal that comes again within this is the same Ctrl-C: npm passes on what the terminal sent as well. */
const SAME_SIGNAL_MS = 1000;

interface ConfigOption {
  readonly config?: string;
}

/** Runs the command line; `argv` without the program's own name. Sets `process.exitCode`. */
export async function main(argv: string[]): Promise<void> {
  try {
    await program().parseAsync(argv, { from: 'user' });
  } catch (error) {
    if (!(error instanceof ConfigError || error instanceof StartupError)) throw error;
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
    .action(serve);
  command
    .command('check')
    .description('read the configuration, reach every database, and say what was found')
    .option('-c, --config <file>', 'the configuration, .yaml, .yml or .json; also DRAGOMAN_CONFIG')
    .action(async ({ config }: ConfigOption) => {
      const healthy = await checkDatabases(configReader(config)(), (line) => process.stdout.write(`${line}\n`));
      process.exitCode = healthy ? 0 : 1;
    });
  command
    .command('print-schema')
    .description('print the GraphQL schema')
    .action(() => {
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

async function serve({ config: option }: ConfigOption): Promise<void> {
  const readConfig = configReader(option);
  const config = readConfig();
  const logger = createLogger(config.log);
  const starting = startService({ config, logger, version: version(), readConfig });
  // From the first moment: whoever reads that it listens may send the signal, which else ends the process.
  process.on('SIGHUP', () => {
    starting
      .then((service) => service.reload())
      .catch((error: unknown) => {
        logger.error(
          `The configuration was not applied; the present one stays.\n${error instanceof Error ? error.message : String(error)}`,
        );
      });
  });
  const service = await starting;
  // Output for machines is lines of JSON and nothing else.
  const say =
    config.log.format === 'json' ? (): void => undefined : (text: string): void => void process.stdout.write(text);
  say(banner(service, config));
  await stopped(service, say);
}

/** Resolves when a signal has stopped the service; a second signal, later, ends the process at once. */
async function stopped(service: Service, say: (text: string) => void): Promise<void> {
  await new Promise<void>((resolve, reject) => {
    let firstMs: number | undefined;
    const onSignal = (signal: NodeJS.Signals): void => {
      if (firstMs === undefined) {
        firstMs = Date.now();
        say('\nStopping: running requests may end. Press Ctrl-C again to end at once.\n');
        service.stop().then(resolve, reject);
      } else if (Date.now() - firstMs > SAME_SIGNAL_MS) {
        // Not process.exit: that waits for statements that run on the thread pool.
        process.off(signal, onSignal);
        process.kill(process.pid, signal);
      }
    };
    process.on('SIGINT', onSignal);
    process.on('SIGTERM', onSignal);
  });
  say('Stopped.\n');
  process.exit(0);
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
