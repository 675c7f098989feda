import type { RandomSource } from './random.js';
import { HOMELANDS, LATIN_SPELLING, type Homeland } from './vocabulary/people.js';

/** A name with the country it is at home in. */
export interface Person {
  readonly firstName: string;
  readonly lastName: string;
  readonly homeland: Homeland;
}

const HOMELAND_SHARES = HOMELANDS.map((homeland) => [homeland, homeland.share] as const);

/** People of the given homelands (of all, if none are given) without two of the same name. */
export class Crowd {
  private readonly met = new Set<string>();

  constructor(
    private readonly random: RandomSource,
    private readonly homelands: readonly (readonly [Homeland, number])[] = HOMELAND_SHARES,
  ) {}

  /** Somebody new. Small homelands run out of names, so that each try chooses the homeland anew. */
  meet(): Person {
    for (;;) {
      const homeland = this.random.pickWeighted(this.homelands);
      const firstName = this.random.pick(homeland.firstNames);
      const lastName = this.random.pick(homeland.lastNames);
      const name = `${firstName} ${lastName}`;
      if (this.met.has(name)) continue;
      this.met.add(name);
      return { firstName, lastName, homeland };
    }
  }
}

/** The homelands of one country alone, in the form that a crowd takes. */
export function onlyFrom(...countries: readonly string[]): readonly (readonly [Homeland, number])[] {
  return HOMELAND_SHARES.filter(([homeland]) => countries.includes(homeland.country));
}

/** A name in the plain letters of an e-mail address: `Siobhán O'Hara` becomes `siobhan.ohara`. */
export function plainName(firstName: string, lastName: string): string {
  return [firstName, lastName].map(plainLetters).join('.');
}

function plainLetters(name: string): string {
  const spelled = name.toLowerCase();
  const whole = LATIN_SPELLING[spelled];
  if (whole !== undefined) return whole;
  const letters = Array.from(spelled)
    .map((letter) => LATIN_SPELLING[letter] ?? letter)
    .join('');
  return letters.normalize('NFD').replace(/[^a-z]/g, '');
}
