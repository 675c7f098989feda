import { DATA_TAKEN, DAY, SHOP_OPENED, timestampText } from './calendar.js';
import { Crowd, plainName, type Person } from './people.js';
import type { RandomSource } from './random.js';
import { flag, type Flag } from './rows.js';
import type { Homeland } from './vocabulary/people.js';
import { SHELVES } from './vocabulary/titles.js';

const CUSTOMERS = 560;

export type CustomerRow = {
  readonly id: number;
  readonly first_name: string;
  readonly last_name: string;
  readonly email: string;
  readonly phone: string | null;
  readonly loyalty_card_no: number;
  readonly is_newsletter_reader: Flag;
  readonly preferences: string | null;
  readonly referred_by_id: number | null;
  readonly joined_at: string;
};

export type AddressRow = {
  readonly id: number;
  readonly customer_id: number;
  readonly kind: 'home' | 'work' | 'gift';
  readonly street: string;
  readonly postal_code: string | null;
  readonly city: string;
  readonly country: string;
  readonly is_default: Flag;
};

/** Who buys, and where the parcels go. */
export interface Clientele {
  readonly customers: readonly CustomerRow[];
  readonly addresses: readonly AddressRow[];
}

/** Customers in the order in which they joined, each with a home and some with further addresses. */
export function makeClientele(random: RandomSource): Clientele {
  const crowd = new Crowd(random.fork('names'));
  const customers: CustomerRow[] = [];
  const addresses: AddressRow[] = [];
  for (const [at, joined] of joiningMoments(random).entries()) {
    const person = crowd.meet();
    customers.push(customerRow(at + 1, person, joined, random));
    for (const kind of addressKinds(random)) {
      addresses.push(addressRow(addresses.length + 1, at + 1, kind, person.homeland, random));
    }
  }
  return { customers, addresses };
}

function joiningMoments(random: RandomSource): number[] {
  const span = DATA_TAKEN - SHOP_OPENED - 20 * DAY;
  const moments = Array.from({ length: CUSTOMERS }, () => SHOP_OPENED + Math.floor(random.fraction() * span));
  return moments.sort((left, right) => left - right);
}

function customerRow(id: number, person: Person, joined: number, random: RandomSource): CustomerRow {
  const { firstName, lastName, homeland } = person;
  const host = random.pick(['example.com', 'example.org', 'example.net']);
  return {
    id,
    first_name: firstName,
    last_name: lastName,
    // The id keeps two people apart whose names differ in their accents alone.
    email: `${plainName(firstName, lastName)}${id}@${host}`,
    phone: homeland.phone === undefined || random.chance(0.3) ? null : random.fillForm(homeland.phone),
    // Sixteen digits: past 32 bits, and still below 2^53, where every number is exact.
    loyalty_card_no: 6_300_000_000_000_000 + id * 1_000_003 + random.whole(0, 999_999),
    is_newsletter_reader: flag(random.chance(0.55)),
    preferences: random.chance(0.85) ? preferencesText(homeland, random) : null,
    referred_by_id: id > 20 && random.chance(0.22) ? random.whole(1, id - 1) : null,
    joined_at: timestampText(joined),
  };
}

function preferencesText(homeland: Homeland, random: RandomSource): string {
  const genres = SHELVES.filter(({ style }) => style !== undefined).map(({ name }) => name);
  return JSON.stringify({
    language: homeland.language,
    favourite_genres: random.shuffled(genres).slice(0, random.whole(1, 3)),
    formats: random.pick([['paperback'], ['hardback', 'paperback'], ['ebook'], ['paperback', 'audiobook']]),
    gift_wrap: random.chance(0.2),
    ...(random.chance(0.3) ? { max_price: random.pick([10, 15, 20, 30]) } : {}),
  });
}

function addressKinds(random: RandomSource): AddressRow['kind'][] {
  const kinds: AddressRow['kind'][] = ['home'];
  if (random.chance(0.2)) kinds.push('work');
  if (random.chance(0.18)) kinds.push('gift');
  return kinds;
}

function addressRow(
  id: number,
  customerId: number,
  kind: AddressRow['kind'],
  homeland: Homeland,
  random: RandomSource,
): AddressRow {
  const [city, postalForm] = random.pick(homeland.towns);
  const street = random.pick(homeland.streets);
  const house = random.whole(1, 148);
  return {
    id,
    customer_id: customerId,
    kind,
    street: homeland.numberFirst ? `${house} ${street}` : `${street} ${house}`,
    postal_code: postalForm === null ? null : random.fillForm(postalForm),
    city,
    country: homeland.country,
    is_default: flag(kind === 'home'),
  };
}
