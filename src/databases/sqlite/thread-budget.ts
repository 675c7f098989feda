/** Threads left for pings, and whatever else of the process needs one (files, name look-ups). */
const SPARE_THREADS = 3;
/** libuv's default (https://docs.libuv.org/en/v1.x/threadpool.html). */
const DEFAULT_THREADS = 4;

/** How many databases share the threads at this moment. */
let sharing = 0;

/** Counts one more database among those that share the threads, until the function it gives is called. */
export function shareThreads(): () => void {
  sharing++;
  let shares = true;
  return () => {
    if (shares) sharing--;
    shares = false;
  };
}

/**
 * How many readers a database may have: each runs on a thread of libuv's pool, and when
 * all threads are busy, nothing in the process can look up a name or read a file. Each
 * database has its share, less the thread of its writer.
 */
export function readerLimit(wanted: number): number {
  const threads = Number(process.env.UV_THREADPOOL_SIZE ?? DEFAULT_THREADS) || DEFAULT_THREADS;
  const share = Math.floor((threads - SPARE_THREADS) / Math.max(1, sharing)) - 1;
  return Math.max(1, Math.min(wanted, share));
}
