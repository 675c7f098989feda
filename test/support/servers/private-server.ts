import type { Engine } from './engine.js';
import { launch, obtainPrograms, recipes } from './launch.js';
import { certificates } from './shared-servers.js';

/** A server of a test's own, to do harm to. */
export interface PrivateServer {
  readonly engine: Engine;
  /** With a user who has all rights. */
  readonly url: string;
  readonly port: number;
  /** Its data and certificates. */
  readonly folder: string;
  /** Stops all its processes (SIGSTOP): it keeps its connections, accepts new ones, and says nothing. */
  readonly freeze: () => Promise<void>;
  /** Lets it go on. */
  readonly thaw: () => Promise<void>;
  /** Shuts it down in good order; the data stay. */
  readonly stop: () => Promise<void>;
  /** Kills all its processes (SIGKILL), as a crash would; the data stay. */
  readonly kill: () => Promise<void>;
  /** Starts it again on the same port with the same data; stops it first where it runs. */
  readonly restart: () => Promise<void>;
  /** Ends it and removes its folder. Without this it ends with the test's process. */
  readonly end: () => Promise<void>;
}

export interface PrivateServerOptions {
  /** The server's own settings, as it names them: `max_connections`, `TimeZone`, `sql_mode`, `read_only`, … */
  readonly settings?: Readonly<Record<string, string>>;
}

/** Starts a server of the machine's own programs; a second at the most. */
export async function startServer(engine: Engine, options: PrivateServerOptions = {}): Promise<PrivateServer> {
  const programs = await obtainPrograms(engine);
  if (programs === undefined) throw new Error(needsPrograms(engine));
  const { url, port, folder, keeper } = await launch(engine, programs, certificates(), options.settings);
  const carryOut =
    (...orders: Parameters<typeof keeper.order>[0][]) =>
    async (): Promise<void> => {
      for (const order of orders) await keeper.order(order);
    };
  return {
    engine,
    url,
    port,
    folder,
    freeze: carryOut('freeze'),
    thaw: carryOut('thaw'),
    stop: carryOut('stop'),
    kill: carryOut('kill'),
    restart: carryOut('stop', 'start'),
    end: keeper.end,
  };
}

function needsPrograms(engine: Engine): string {
  return (
    `This test does harm to a ${engine} server of its own, which it starts itself: the server's programs have to be ` +
    `on this machine (Debian: \`apt-get install ${recipes[engine].debianPackage}\`).`
  );
}
