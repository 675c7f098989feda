import { connect, createServer, type AddressInfo, type Socket } from 'node:net';

/** What went through a proxy since it started, or since the last `reset`. */
export interface Traffic {
  readonly connections: number;
  /** How often a client spoke after the server had, or first: what a client waits for, whatever the packets. */
  readonly roundTrips: number;
  readonly toServer: Volume;
  readonly toClient: Volume;
}

export interface Volume {
  /** Chunks, as they were read from the socket. */
  readonly packets: number;
  readonly bytes: number;
}

/** A TCP proxy that can fail in the ways that networks do. */
export interface Proxy {
  readonly port: number;
  /** The same URL, by way of this proxy. */
  readonly through: (url: string) => string;
  readonly traffic: () => Traffic;
  readonly reset: () => void;
  /** Resets all connections; new ones are served. */
  readonly cut: () => void;
  /** Holds back what arrives, and connections too, until `resume`; nothing is lost. */
  readonly stall: () => void;
  /** Accepts and swallows everything, and answers nothing. What is swallowed is lost: `resume` cuts those connections. */
  readonly blackHole: () => void;
  /** Says nothing any more on the connections that are there, as a firewall that forgot them; new ones are served. */
  readonly forget: () => void;
  /** Serves again. */
  readonly resume: () => void;
  readonly end: () => Promise<void>;
}

type Mode = 'OPEN' | 'STALLED' | 'BLACK_HOLE';
type Direction = 'toServer' | 'toClient';

/** A client's connection with its own to the server, which is there once it is first needed. */
interface Pair {
  readonly client: Socket;
  server?: Socket;
  lastDirection?: Direction;
  swallowed: boolean;
  /** Whether all that comes is swallowed, whatever the others' lot. */
  forgotten: boolean;
}

/** Starts a proxy on a free loopback port in front of another loopback port. */
export async function startProxy(targetPort: number): Promise<Proxy> {
  const pairs = new Set<Pair>();
  let mode: Mode = 'OPEN';
  let counts = noTraffic();

  const forget = (pair: Pair): void => {
    pairs.delete(pair);
    pair.client.destroy();
    pair.server?.destroy();
  };

  const carry = (pair: Pair, from: Socket, to: Socket, direction: Direction): void => {
    from.on('data', (chunk: Buffer) => {
      if (mode === 'BLACK_HOLE' || pair.forgotten) {
        pair.swallowed = true;
        return;
      }
      count(counts, pair, direction, chunk.length);
      if (!to.write(chunk)) from.pause();
    });
    to.on('drain', () => {
      if (mode !== 'STALLED') from.resume();
    });
    from.on('end', () => {
      if (mode === 'BLACK_HOLE' || pair.forgotten) pair.swallowed = true;
      else to.end();
    });
    from.on('error', () => forget(pair));
    from.on('close', () => forget(pair));
  };

  const join = (pair: Pair): void => {
    pair.server = connect({ port: targetPort, host: '127.0.0.1', noDelay: true, allowHalfOpen: true });
    carry(pair, pair.client, pair.server, 'toServer');
    carry(pair, pair.server, pair.client, 'toClient');
    pair.client.resume();
  };

  const listener = createServer({ noDelay: true, allowHalfOpen: true, pauseOnConnect: true }, (client) => {
    const pair: Pair = { client, swallowed: mode === 'BLACK_HOLE', forgotten: false };
    counts.connections++;
    pairs.add(pair);
    client.on('error', () => forget(pair));
    client.on('close', () => forget(pair));
    if (mode === 'OPEN') join(pair);
    if (mode === 'BLACK_HOLE') client.resume();
  });
  await new Promise<void>((resolve, reject) => {
    listener.once('error', reject).listen(0, '127.0.0.1', resolve);
  });
  const { port } = listener.address() as AddressInfo;

  const cut = (): void => {
    for (const pair of pairs) {
      pair.client.resetAndDestroy();
      forget(pair);
    }
  };

  const enter = (next: 'STALLED' | 'BLACK_HOLE'): void => {
    mode = next;
    for (const pair of pairs) {
      pair.swallowed ||= next === 'BLACK_HOLE' && pair.server === undefined;
      for (const socket of [pair.client, pair.server]) {
        if (next === 'STALLED') socket?.pause();
        else socket?.resume();
      }
    }
  };

  const resume = (): void => {
    mode = 'OPEN';
    for (const pair of pairs) {
      if (pair.swallowed) {
        pair.client.resetAndDestroy();
        forget(pair);
      } else if (pair.server === undefined) {
        join(pair);
      } else {
        pair.client.resume();
        pair.server.resume();
      }
    }
  };

  return {
    port,
    through: (url) => Object.assign(new URL(url), { port: String(port) }).toString(),
    traffic: () => structuredClone(counts),
    reset: () => (counts = noTraffic()),
    cut,
    stall: () => enter('STALLED'),
    blackHole: () => enter('BLACK_HOLE'),
    forget: () => pairs.forEach((pair) => (pair.forgotten = true)),
    resume,
    end: () => {
      const closed = new Promise<void>((resolve) => listener.close(() => resolve()));
      cut();
      return closed;
    },
  };
}

interface Counts extends Traffic {
  connections: number;
  roundTrips: number;
  readonly toServer: { packets: number; bytes: number };
  readonly toClient: { packets: number; bytes: number };
}

function noTraffic(): Counts {
  return { connections: 0, roundTrips: 0, toServer: { packets: 0, bytes: 0 }, toClient: { packets: 0, bytes: 0 } };
}

function count(counts: Counts, pair: Pair, direction: Direction, bytes: number): void {
  if (direction === 'toServer' && pair.lastDirection !== 'toServer') counts.roundTrips++;
  pair.lastDirection = direction;
  counts[direction].packets++;
  counts[direction].bytes += bytes;
}
