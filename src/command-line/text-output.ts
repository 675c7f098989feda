import { once } from 'node:events';
import type { Writable } from 'node:stream';

/** Writes text no faster than it is taken, in few and large pieces. */
export class TextOutput {
  #waiting: string[] = [];
  #length = 0;
  #failure: Error | undefined;

  constructor(readonly stream: Writable) {
    stream.on('error', (error: Error) => (this.#failure = error));
  }

  /** @throws what the stream failed with, such as EPIPE where nobody reads it any more */
  async write(text: string): Promise<void> {
    this.#waiting.push(text);
    this.#length += text.length;
    if (this.#length >= PIECE) await this.flush();
  }

  async flush(): Promise<void> {
    if (this.#failure !== undefined) throw this.#failure;
    const text = this.#waiting.join('');
    [this.#waiting, this.#length] = [[], 0];
    if (text !== '' && !this.stream.write(text)) await once(this.stream, 'drain');
  }
}

const PIECE = 2 ** 16;
