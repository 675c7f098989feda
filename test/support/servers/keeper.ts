import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { createInterface } from 'node:readline';

/** A program to run to its end, in the keeper's folder. */
export interface Step {
  readonly command: string;
  readonly args: readonly string[];
}

/** What a keeper is to keep. */
export interface KeeperPlan {
  /** Made by the keeper, and removed by it. */
  readonly folder: string;
  /** Whom folder and processes belong to; left out: who runs the tests. */
  readonly user?: { readonly uid: number; readonly gid: number } | undefined;
  readonly env: NodeJS.ProcessEnv;
  /** Written into the folder first, readable by that user alone. */
  readonly files: Readonly<Record<string, string>>;
  readonly prepare: readonly Step[];
  /** The server, which must stay in the foreground; left out where only the folder is kept. */
  readonly serve?: Step;
  /** A regular expression that the server's output matches once it serves. */
  readonly ready?: string;
  /** Stops it in good order. */
  readonly stopSignal?: NodeJS.Signals;
  /** Ends it at once: its data are not needed any more. */
  readonly endSignal?: NodeJS.Signals;
  /** Run at the very end. */
  readonly undo?: readonly Step[];
}

export type Order = 'start' | 'stop' | 'kill' | 'freeze' | 'thaw';

export interface Keeper {
  /** Resolves once the order is carried out; rejects with the server's output where it could not be. */
  readonly order: (order: Order) => Promise<unknown>;
  /** Resolves once the server and the folder are gone. */
  readonly end: () => Promise<void>;
}

/** The keeper's program, for tests that start it by themselves. */
export const KEEPER = join(import.meta.dirname, 'keeper.mjs');

/** Starts a keeper and has it prepare its folder; the server itself is started by an order. */
export async function startKeeper(plan: KeeperPlan): Promise<Keeper> {
  // A session of its own: Ctrl-C in a terminal reaches the test run, whose end then reaches the keeper.
  const child = spawn(process.execPath, [KEEPER], { stdio: ['pipe', 'pipe', 'inherit'], detached: true });
  const waiting = new Map<number, { resolve: (value: unknown) => void; reject: (error: Error) => void }>();
  const gone = new Promise<void>((resolve) => child.once('close', () => resolve()));
  void gone.then(() => {
    for (const { reject } of waiting.values()) reject(new Error('The keeper of the server has ended.'));
  });
  child.once('error', (error) => waiting.forEach(({ reject }) => reject(error)));
  child.stdin.on('error', () => {}); // `gone` tells it
  createInterface({ input: child.stdout }).on('line', (line) => {
    const { id, value, error } = JSON.parse(line) as { id: number; value?: unknown; error?: string };
    if (error === undefined) waiting.get(id)?.resolve(value);
    else waiting.get(id)?.reject(new Error(error));
    waiting.delete(id);
  });
  let count = 0;
  const send = (message: object): Promise<unknown> =>
    new Promise((resolve, reject) => {
      if (child.exitCode !== null || child.signalCode !== null || !child.stdin.writable) {
        reject(new Error('The server is gone with its folder: start another one.'));
        return;
      }
      const id = count++;
      waiting.set(id, { resolve, reject });
      child.stdin.write(`${JSON.stringify({ id, ...message })}\n`);
    });
  const end = async (): Promise<void> => {
    child.stdin.end();
    await gone;
  };
  try {
    await send({ order: 'open', plan });
  } catch (error) {
    await end();
    throw error;
  }
  return { order: (order) => send({ order }), end };
}
