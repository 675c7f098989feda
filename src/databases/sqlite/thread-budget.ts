/** Threads left for the writer, pings, and whatever else of the process needs one (files, name look-ups). */
const SPARE_THREADS = 3;
/** libuv's default (https://docs.libuv.org/en/v1.x/threadpool.html). */
const DEFAULT_THREADS = 4;

/**
 * How many readers a database may have: each runs on a thread of libuv's pool, and when
 * all threads are busy, nothing in the process can look up a name or read a file.
 */
export function readerLimit(wanted: number): number {
  const threads = Number(process.env['UV_THREADPOOL_SIZE'] ?? DEFAULT_THREADS) || DEFAULT_THREADS;
  return Math.max(1, Math.min(wanted, threads - SPARE_THREADS));
}
