import { startService, type Service } from './app.js';
import { messageOf, StartupError } from './start/index.js';
import { banner } from './banner.js';
import type { Config } from './config/index.js';
import { createLogger } from './http/index.js';
import { version } from './version.js';

/** A signal that comes again within this is the same Ctrl-C: npm passes on what the terminal sent as well. */
const SAME_SIGNAL_MS = 1000;

/** Starts the service, keeps it in the foreground, and stops it on a signal. */
export async function serve(readConfig: () => Config): Promise<void> {
  try {
    await serveUntilStopped(readConfig);
  } catch (error) {
    if (!(error instanceof StartupError)) throw error;
    process.stderr.write(`${error.message}\n`);
    process.exitCode = 1;
  }
}

async function serveUntilStopped(readConfig: () => Config): Promise<void> {
  const config = readConfig();
  const logger = createLogger(config.log);
  const starting = startService({ config, logger, version: version(), readConfig });
  // From the first moment: whoever reads that it listens may send the signal, which else ends the process.
  process.on('SIGHUP', () => {
    starting
      .then((service) => service.reload())
      .catch((error: unknown) => {
        logger.error(`The configuration was not applied; the present one stays.\n${messageOf(error)}`);
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
