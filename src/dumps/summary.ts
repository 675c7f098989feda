import type { NoticeSeverity } from '../sql/index.js';
import type { Position } from '../errors/index.js';
import type { Outcome } from './outcome.js';

/** How often something was found, and where first. */
export interface Count {
  times: number;
  readonly first: Position;
}
interface NoticeCount extends Count {
  readonly severity: NoticeSeverity;
}
interface DropCount extends Count {
  readonly loses: boolean;
}

/** Counts what became of a dump's statements, in memory that the kinds of findings bound. */
export class Summary {
  translated = 0;
  dropped = 0;
  refused = 0;
  readonly notices = new Map<string, NoticeCount>();
  readonly drops = new Map<string, DropCount>();
  readonly refusals = new Map<string, Count>();

  add({ kind, position, notices, dropped, refusal }: Outcome): void {
    if (kind === 'translated') this.translated += 1;
    for (const { code, severity, position: first } of notices) countIn(this.notices, code, { severity, first });
    if (dropped !== undefined && position !== undefined) {
      this.dropped += 1;
      countIn(this.drops, reasonOf(dropped.why), { loses: dropped.loses, first: position });
    }
    if (refusal !== undefined) {
      this.refused += 1;
      countIn(this.refusals, reasonOf(refusal.message), { first: refusal.position });
    }
  }

  /** Whether something may differ, or is lost, in a way that matters. */
  get warned(): boolean {
    const warns = [...this.notices.values()].some(({ severity }) => severity !== 'INFO');
    return warns || [...this.drops.values()].some(({ loses }) => loses);
  }

  /** 0: all of it, exactly; 1: something was refused; 2: something may differ, and `strict` was asked for. */
  exitCode({ strict }: { readonly strict: boolean }): 0 | 1 | 2 {
    if (this.refused > 0) return 1;
    return strict && this.warned ? 2 : 0;
  }

  /** For people, without a last line's end. */
  text(): string {
    const head = `${counted(this.translated, 'statement')} translated, ${this.dropped} left out, ${this.refused} refused.`;
    return [
      head,
      ...rows('Refused:', this.refusals, () => ''),
      ...rows('May differ:', this.notices, ({ severity }) => ` (${severity})`),
      ...rows('Left out:', this.drops, ({ loses }) => (loses ? ' (WARNING)' : '')),
    ].join('\n');
  }
}

function countIn<C extends Count>(counts: Map<string, C>, key: string, fresh: Omit<C, 'times'>): void {
  const count = counts.get(key);
  if (count === undefined) counts.set(key, { ...fresh, times: 1 } as C);
  else count.times += 1;
}

function rows<C extends Count>(title: string, counts: ReadonlyMap<string, C>, mark: (count: C) => string): string[] {
  if (counts.size === 0) return [];
  const sorted = [...counts].sort(([, one], [, other]) => other.times - one.times);
  const width = String(sorted[0]?.[1].times ?? 0).length;
  return [
    title,
    ...sorted.map(([what, count]) => {
      const { line, column } = count.first;
      return `  ${String(count.times).padStart(width)} × ${what}${mark(count)}, first at ${line}:${column}`;
    }),
  ];
}

const counted = (count: number, what: string): string => `${count} ${what}${count === 1 ? '' : 's'}`;

/** Messages that differ in a name alone count as one. */
const reasonOf = (message: string): string => message.replace(/`[^`]*`/g, '`…`');
