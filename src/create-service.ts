import { resolve } from 'node:path';
import { startService, type Service } from './app.js';
import { loadConfig, readSettings, type Config, type ConfigSettings } from './config/index.js';
import { createLogger, type Logger } from './http/index.js';
import { version } from './version.js';

/** What a service is made of: a configuration, written in the program or in a file. */
export type ServiceSettings = (
  | {
      /** In the keys of the configuration file; nothing is filled in from the environment. */
      readonly config: ConfigSettings;
      /** The folder that relative paths start from; left out, the working directory. */
      readonly baseFolder?: string;
    }
  | {
      /** A .yaml, .yml or .json file, which `reload` reads again. */
      readonly configFile: string;
    }
) & {
  /** A pino logger of the program's own; left out, what `log` of the configuration says. */
  readonly logger?: Logger;
};

/** A service that a program starts and stops. */
export interface EmbeddedService {
  /** Where it listens, such as http://127.0.0.1:4000; undefined while it does not run. */
  readonly url: string | undefined;
  /** Starts it, or waits for the start that is under way; resolves to its URL. */
  start(): Promise<string>;
  /** Reads the configuration's file again and applies what changed; rejects, and changes nothing, where it holds a mistake. */
  reload(): Promise<void>;
  /** Lets running requests end and closes everything. It can be started again. */
  stop(): Promise<void>;
}

/**
 * Makes a service, without starting it.
 * @throws ConfigError which lists every mistake in the configuration
 */
export function createService(settings: ServiceSettings): EmbeddedService {
  const readConfig = configReader(settings);
  const config = readConfig();
  const logger = settings.logger ?? createLogger(config.log);
  let starting: Promise<Service> | undefined;
  let running: Service | undefined;
  const start = async (): Promise<Service> => {
    starting ??= startService({ config, logger, version: version(), readConfig });
    try {
      return (running = await starting);
    } catch (error) {
      starting = undefined;
      throw error;
    }
  };
  return {
    get url() {
      return running?.url;
    },
    start: async () => (await start()).url,
    reload: async () => {
      if (starting === undefined) throw new Error('The service does not run; start it first.');
      await (await starting).reload();
    },
    stop: async () => {
      const stopping = starting;
      starting = undefined;
      running = undefined;
      // One that did not start has nothing to close.
      await stopping?.then(
        (service) => service.stop(),
        () => undefined,
      );
    },
  };
}

function configReader(settings: ServiceSettings): () => Config {
  if ('config' in settings) return () => readSettings(settings.config, settings.baseFolder ?? process.cwd());
  return () => loadConfig({ path: resolve(settings.configFile), env: process.env });
}
