import type { KeeperPlan, Step } from './keeper.js';

/** The kinds of servers that tests can have. */
export type Engine = 'postgresql' | 'mysql' | 'redis';

/** What a server is started with. */
export interface ServerWish {
  readonly folder: string;
  readonly port: number;
  readonly password: string;
  /** The server's own settings, as it names them; they win over those of the tests. */
  readonly settings: Readonly<Record<string, string>>;
  /** The contents of PEM files; the engines' servers speak TLS to those who ask for it. */
  readonly tls: { readonly ca: string; readonly cert: string; readonly key: string };
}

/** How one kind of server is found, started and reached. */
export interface EngineRecipe {
  /** Debian's package. */
  readonly debianPackage: string;
  /** Names of users to run it as where the tests run as root, in order of preference. */
  readonly users: readonly string[];
  /** The programs on this machine; undefined where one is missing. */
  readonly findPrograms: () => Promise<Record<string, string> | undefined>;
  readonly plan: (
    programs: Record<string, string>,
    wish: ServerWish,
  ) => Pick<KeeperPlan, 'files' | 'prepare' | 'ready' | 'stopSignal' | 'endSignal'> & { readonly serve: Step };
  readonly url: (port: number, password: string) => string;
  /** The server of docker-compose.yml: its service, the variables that set its port and password, its URL. */
  readonly compose: {
    readonly service: string;
    readonly port: string;
    readonly password: string;
    readonly url: (port: number, password: string) => string;
  };
}
