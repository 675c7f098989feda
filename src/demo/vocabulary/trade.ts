/** Publishing houses, all invented: name, city, country, year of foundation, independent or not. */
export const PUBLISHERS: readonly (readonly [string, string, string, number, boolean])[] = [
  ['Harrow & Lark', 'London', 'GB', 1923, false],
  ['Blue Heron Press', 'Edinburgh', 'GB', 1978, true],
  ['Lantern Row', 'Dublin', 'IE', 1986, true],
  ['Quayside Editions', 'Galway', 'IE', 1991, true],
  ['Wexcombe University Press', 'Wexcombe', 'GB', 1887, false],
  ['Penhallow Books', 'Bristol', 'GB', 1954, false],
  ['Nine Bells', 'Leeds', 'GB', 1983, true],
  ['Éditions du Colombier', 'Lyon', 'FR', 1931, true],
  ['Verlag am Mühlbach', 'Leipzig', 'DE', 1908, false],
  ['Casa del Faro', 'Cádiz', 'ES', 1966, true],
  ['Officina Tergeste', 'Trieste', 'IT', 1949, true],
  ['Norrsken Förlag', 'Umeå', 'SE', 1972, true],
  ['Copper Kettle', 'York', 'GB', 1989, true],
  ['Marlinspike House', 'Portland', 'US', 1961, false],
  ['Juniper & Vale', 'Savannah', 'US', 1975, true],
  ['The Almanac Company', 'London', 'GB', 1899, false],
  ['Paper Boat', 'Cork', 'IE', 1990, true],
  ['Oyster Lane', 'Cardiff', 'GB', 1981, true],
  ['Sternhimmel', 'Hamburg', 'DE', 1957, false],
  ['Moth & Candle', 'Edinburgh', 'GB', 1992, true],
];

/** Suppliers, all invented: name, city, country, lead time in days. */
export const SUPPLIERS: readonly (readonly [string, string, string, number])[] = [
  ['Midland Book Wholesale', 'Birmingham', 'GB', 2],
  ['Liffey Distribution', 'Dublin', 'IE', 1],
  ['Norddeutsche Buchlogistik', 'Hamburg', 'DE', 4],
  ['Grossiste Rhône-Livres', 'Lyon', 'FR', 5],
  ['Distribuidora Levante', 'Valencia', 'ES', 6],
  ['Bałtyk Książka', 'Gdańsk', 'PL', 5],
  ['Pennine Remainders', 'Leeds', 'GB', 3],
  ['Atlantic Carriage & Books', 'Cork', 'IE', 2],
  ['Svea Bokpartner', 'Göteborg', 'SE', 5],
  ['Harbourline Import', 'Rotterdam', 'NL', 7],
];

/** Warehouses: name, city, country, latitude, longitude. */
export const WAREHOUSES: readonly (readonly [string, string, string, number, number])[] = [
  ['Ringsend', 'Dublin', 'IE', 53.3418, -6.2267],
  ['Holbeck', 'Leeds', 'GB', 53.7857, -1.5526],
  ['Waalhaven', 'Rotterdam', 'NL', 51.8853, 4.4429],
  ['Psie Pole', 'Wrocław', 'PL', 51.1464, 17.1165],
];

/** Posts in the shop: title, index of the post it reports to (none for the first), yearly salary. */
export const POSTS: readonly (readonly [string, number | null, number])[] = [
  ['Managing Director', null, 98000],
  ['Head of Sales', 0, 72500],
  ['Head of Operations', 0, 71000],
  ['Head Buyer', 0, 66400],
  ['Shop Manager', 1, 48200],
  ['Web Shop Manager', 1, 49900],
  ['Warehouse Manager', 2, 44100],
  ['Warehouse Manager', 2, 43600],
  ['Warehouse Manager', 2, 45250],
  ['Warehouse Manager', 2, 38900],
  ['Buyer, Fiction', 3, 41300],
  ['Buyer, Children', 3, 40800],
  ['Bookseller', 4, 31200],
  ['Bookseller', 4, 30650],
  ['Bookseller', 4, 29900],
  ['Bookseller', 4, 31975.5],
  ['Customer Adviser', 5, 32400],
  ['Customer Adviser', 5, 31850],
];

/** What is written on the card of a present. */
export const GIFT_MESSAGES: readonly string[] = [
  'Happy birthday! With love from all of us.',
  'For the long evenings.',
  'You said you had nothing left to read.',
  'Congratulations on the new house!',
  'Merry Christmas, and see you in the new year.',
  'Get well soon – doctor’s orders: read.',
  'Joyeux anniversaire !',
  'Thank you for looking after the cat.',
  'To my favourite aunt. Don’t lend it to Martin.',
  'Alles Gute zum Geburtstag, liebe Käthe!',
];
