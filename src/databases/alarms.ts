import { LONGEST_DELAY_MS } from './before-moment.js';

/** Something to be done at a moment, unless it is dropped before. */
export interface Alarm {
  /** Milliseconds since the epoch. */
  readonly momentMs: number;
  readonly slot: number;
  readonly ring: () => void;
}

/**
 * Those that may still ring, each in a slot that is used again and again: a set or a list of them would keep young objects
 * by an old one's ever new places, which costs the collector more than the statements themselves.
 */
const slots: (Alarm | undefined)[] = [];
const free: number[] = [];
let timer: NodeJS.Timeout | undefined;
/** When the timer fires. */
let firesAtMs = Infinity;

/**
 * Rings at a moment. Each statement has a deadline, and hardly any comes to it: so they share one timer, which fires for
 * the first of them and looks then whether anybody still waits.
 */
export function alarm(momentMs: number, ring: () => void): Alarm {
  const isFirst = free.length === slots.length;
  const added = { momentMs, slot: free.pop() ?? slots.length, ring };
  slots[added.slot] = added;
  if (momentMs < firesAtMs) fireAt(momentMs);
  else if (isFirst) timer?.ref();
  return added;
}

export function dropAlarm(dropped: Alarm): void {
  const { slot } = dropped;
  if (slots[slot] !== dropped) return;
  slots[slot] = undefined;
  free.push(slot);
  // A process that waits for nothing else may end.
  if (free.length === slots.length) timer?.unref();
}

function fireAt(momentMs: number): void {
  clearTimeout(timer);
  firesAtMs = momentMs;
  timer = setTimeout(fire, Math.min(LONGEST_DELAY_MS, Math.max(0, momentMs - Date.now())));
}

function fire(): void {
  firesAtMs = Infinity;
  const nowMs = Date.now();
  for (const each of [...slots]) {
    // One may have been dropped by what another one did.
    if (each === undefined || slots[each.slot] !== each || each.momentMs > nowMs) continue;
    dropAlarm(each);
    each.ring();
  }
  let nextMs = Infinity;
  for (const each of slots) if (each !== undefined) nextMs = Math.min(nextMs, each.momentMs);
  // What rang may have set another, nearer one.
  if (nextMs < firesAtMs) fireAt(nextMs);
}
