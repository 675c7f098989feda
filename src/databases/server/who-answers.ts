import { connect } from 'node:net';

/** What can be told of a server by its first bytes. */
export type Peer = 'PostgreSQL' | 'MySQL' | 'MariaDB' | 'Redis' | 'An HTTP server' | 'An SSH server' | 'A TLS server';

/** A conversation: what is said where the server says nothing by itself, or has not said enough. */
const CONVERSATIONS: readonly Buffer[] = [
  // PostgreSQL's SSLRequest (https://www.postgresql.org/docs/current/protocol-message-formats.html)
  Buffer.from([0, 0, 0, 8, 4, 210, 22, 47]),
  // For those that read lines; Redis waits for ever behind a NUL.
  Buffer.from('PING\r\n\r\n'),
];
const PATIENCE_MS = 200;

const SIGNS: readonly (readonly [Peer, RegExp])[] = [
  // A packet of the protocol's version 10, or of an error, behind its length and number.
  ['MariaDB', /^...\0(\n|\xff).*MariaDB/s],
  ['MySQL', /^...\0(\n[\d.]|\xff)/s],
  ['PostgreSQL', /^[SN]$|^E...[^\0]*SFATAL/s],
  ['Redis', /^(\+PONG|-(ERR|NOAUTH|DENIED) )/],
  ['An HTTP server', /^HTTP\/\d/],
  ['An SSH server', /^SSH-/],
  ['A TLS server', /^\x15\x03/],
];

/** Looks what kind of server listens at an address, by what it says; undefined where that can't be told. */
export async function whoAnswers(address: { host: string; port: number }): Promise<Peer | undefined> {
  for (const words of CONVERSATIONS) {
    const peer = await converse(address, words);
    if (peer !== undefined) return peer;
  }
  return undefined;
}

async function converse({ host, port }: { host: string; port: number }, words: Buffer): Promise<Peer | undefined> {
  return await new Promise((resolve) => {
    const left = [words];
    let heard = '';
    const socket = connect({ host, port, timeout: PATIENCE_MS });
    socket.on('timeout', () => {
      const next = left.shift();
      if (next === undefined || socket.connecting) socket.destroy();
      else socket.write(next);
    });
    socket.on('data', (data) => {
      heard += data.toString('latin1');
      if (peerOf(heard) !== undefined) socket.destroy();
    });
    // Whoever can't be reached tells nothing; the driver's own error says why.
    socket.on('error', () => undefined);
    socket.on('close', () => resolve(peerOf(heard)));
  });
}

function peerOf(heard: string): Peer | undefined {
  return SIGNS.find(([, sign]) => sign.test(heard))?.[0];
}
