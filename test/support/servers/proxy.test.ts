import { createServer, connect, type AddressInfo, type Server, type Socket } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { runSql, sharedUrl, startProxy, type Proxy } from './index.js';

let echo: Server;
let proxy: Proxy;
const open: Socket[] = [];

beforeAll(async () => {
  echo = createServer((socket) => socket.on('error', () => {}).pipe(socket));
  await new Promise<void>((resolve) => echo.listen(0, '127.0.0.1', resolve));
});
afterAll(() => void echo.close());

beforeEach(async () => {
  proxy = await startProxy((echo.address() as AddressInfo).port);
});
afterEach(async () => {
  for (const socket of open.splice(0)) socket.destroy();
  await proxy.end();
});

async function client(): Promise<{ socket: Socket; heard: () => string; end: () => string | undefined }> {
  let heard = '';
  let end: string | undefined;
  const socket = connect(proxy.port, '127.0.0.1');
  open.push(socket);
  socket.on('data', (chunk: Buffer) => (heard += chunk.toString()));
  socket.on('error', (error: NodeJS.ErrnoException) => (end = error.code));
  socket.on('end', () => (end ??= 'end'));
  await new Promise((resolve) => socket.once('connect', resolve));
  return { socket, heard: () => heard, end: () => end };
}

describe('the proxy', () => {
  it('carries both ways and counts round trips, packets and bytes', async () => {
    const { socket, heard, end } = await client();
    for (const word of ['ink', 'quill']) {
      const before = heard();
      socket.write(word);
      await expect.poll(heard).toBe(before + word);
    }
    const eight = { packets: 2, bytes: 8 };
    expect(proxy.traffic()).toEqual({ connections: 1, roundTrips: 2, toServer: eight, toClient: eight });
    proxy.reset();
    expect(proxy.traffic()).toMatchObject({ connections: 0, roundTrips: 0 });
    socket.end();
    await expect.poll(end).toBe('end');
  });

  it('cuts connections and serves the next ones', async () => {
    const first = await client();
    first.socket.write('ink');
    await expect.poll(first.heard).toBe('ink');
    proxy.cut();
    await expect.poll(first.end).toBe('ECONNRESET');
    const second = await client();
    second.socket.write('quill');
    await expect.poll(second.heard).toBe('quill');
  });

  it('holds back while it is stalled, and loses nothing', async () => {
    const first = await client();
    first.socket.write('ink');
    await expect.poll(first.heard).toBe('ink');
    proxy.stall();
    const second = await client();
    first.socket.write('quill');
    second.socket.write('vellum');
    await sleep(100);
    expect([first.heard(), second.heard()]).toEqual(['ink', '']);
    proxy.resume();
    await expect.poll(first.heard).toBe('inkquill');
    await expect.poll(second.heard).toBe('vellum');
  });

  it('swallows as a black hole, and cuts what it swallowed of', async () => {
    const idle = await client();
    proxy.blackHole();
    const lost = await client();
    lost.socket.write('ink');
    await sleep(100);
    expect([lost.heard(), lost.end()]).toEqual(['', undefined]);
    proxy.resume();
    await expect.poll(lost.end).toBe('ECONNRESET');
    idle.socket.write('quill');
    await expect.poll(idle.heard).toBe('quill');
  });

  it('stands between a driver and its server', async () => {
    for (const engine of ['postgresql', 'mysql'] as const) {
      const url = sharedUrl(engine);
      const between = await startProxy(Number(new URL(url).port));
      expect(await runSql(engine, between.through(url), 'SELECT 1 AS n')).toEqual([{ n: 1 }]);
      expect(between.traffic().connections).toBe(1);
      expect(between.traffic().roundTrips).toBeGreaterThan(1);
      await between.end();
    }
  });
});
