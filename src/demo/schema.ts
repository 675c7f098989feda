const CATALOGUE_TABLES = [
  `CREATE TABLE genres (
  id INTEGER PRIMARY KEY,
  parent_id INTEGER REFERENCES genres (id),
  name VARCHAR(60) NOT NULL UNIQUE,
  slug VARCHAR(60) NOT NULL UNIQUE
)`,
  `CREATE TABLE publishers (
  id INTEGER PRIMARY KEY,
  name VARCHAR(120) NOT NULL UNIQUE,
  city VARCHAR(80) NOT NULL,
  country CHAR(2) NOT NULL,
  founded_year SMALLINT NOT NULL CHECK (founded_year BETWEEN 1800 AND 2100),
  is_independent BOOLEAN NOT NULL CHECK (is_independent IN (0, 1)),
  website VARCHAR(200)
)`,
  `CREATE TABLE authors (
  id INTEGER PRIMARY KEY,
  first_name VARCHAR(80) NOT NULL,
  last_name VARCHAR(80) NOT NULL,
  country CHAR(2) NOT NULL,
  born_on DATE NOT NULL,
  died_on DATE,
  biography TEXT,
  UNIQUE (first_name, last_name),
  CHECK (died_on IS NULL OR died_on > born_on)
)`,
  `CREATE TABLE books (
  id INTEGER PRIMARY KEY,
  title VARCHAR(200) NOT NULL,
  subtitle VARCHAR(200),
  genre_id INTEGER NOT NULL REFERENCES genres (id),
  original_language CHAR(2) NOT NULL,
  first_published_on DATE NOT NULL,
  is_in_print BOOLEAN NOT NULL CHECK (is_in_print IN (0, 1)),
  blurb TEXT NOT NULL,
  cover_thumbnail BLOB
)`,
  `CREATE TABLE book_authors (
  book_id INTEGER NOT NULL REFERENCES books (id),
  author_id INTEGER NOT NULL REFERENCES authors (id),
  position SMALLINT NOT NULL CHECK (position >= 1),
  role VARCHAR(20) NOT NULL CHECK (role IN ('author', 'illustrator', 'translator')),
  PRIMARY KEY (book_id, author_id),
  UNIQUE (book_id, position)
)`,
  `CREATE TABLE editions (
  id INTEGER PRIMARY KEY,
  book_id INTEGER NOT NULL REFERENCES books (id),
  publisher_id INTEGER NOT NULL REFERENCES publishers (id),
  isbn13 CHAR(13) NOT NULL UNIQUE CHECK (length(isbn13) = 13),
  format VARCHAR(20) NOT NULL CHECK (format IN ('hardback', 'paperback', 'ebook', 'audiobook')),
  pages INTEGER CHECK (pages > 0),
  running_minutes INTEGER CHECK (running_minutes > 0),
  weight_kg REAL CHECK (weight_kg > 0),
  price DECIMAL(10,2) NOT NULL CHECK (price >= 0),
  published_on DATE NOT NULL
)`,
];

const CUSTOMER_TABLES = [
  `CREATE TABLE customers (
  id INTEGER PRIMARY KEY,
  first_name VARCHAR(80) NOT NULL,
  last_name VARCHAR(80) NOT NULL,
  email VARCHAR(200) NOT NULL UNIQUE,
  phone VARCHAR(30),
  loyalty_card_no BIGINT NOT NULL UNIQUE,
  is_newsletter_reader BOOLEAN NOT NULL CHECK (is_newsletter_reader IN (0, 1)),
  preferences JSON CHECK (preferences IS NULL OR json_valid(preferences)),
  referred_by_id INTEGER REFERENCES customers (id),
  joined_at TIMESTAMP NOT NULL,
  CHECK (referred_by_id <> id)
)`,
  `CREATE TABLE addresses (
  id INTEGER PRIMARY KEY,
  customer_id INTEGER NOT NULL REFERENCES customers (id),
  kind VARCHAR(10) NOT NULL CHECK (kind IN ('home', 'work', 'gift')),
  street VARCHAR(120) NOT NULL,
  postal_code VARCHAR(12),
  city VARCHAR(80) NOT NULL,
  country CHAR(2) NOT NULL,
  is_default BOOLEAN NOT NULL CHECK (is_default IN (0, 1))
)`,
  `CREATE TABLE reviews (
  id INTEGER PRIMARY KEY,
  book_id INTEGER NOT NULL REFERENCES books (id),
  customer_id INTEGER NOT NULL REFERENCES customers (id),
  rating SMALLINT NOT NULL CHECK (rating BETWEEN 1 AND 5),
  body TEXT,
  is_verified_purchase BOOLEAN NOT NULL CHECK (is_verified_purchase IN (0, 1)),
  helpful_votes INTEGER NOT NULL DEFAULT 0 CHECK (helpful_votes >= 0),
  written_at TIMESTAMP NOT NULL,
  UNIQUE (book_id, customer_id)
)`,
];

const SUPPLY_TABLES = [
  `CREATE TABLE employees (
  id INTEGER PRIMARY KEY,
  manager_id INTEGER REFERENCES employees (id),
  first_name VARCHAR(80) NOT NULL,
  last_name VARCHAR(80) NOT NULL,
  job_title VARCHAR(60) NOT NULL,
  email VARCHAR(200) NOT NULL UNIQUE,
  hired_on DATE NOT NULL,
  salary DECIMAL(10,2) NOT NULL CHECK (salary > 0)
)`,
  `CREATE TABLE suppliers (
  id INTEGER PRIMARY KEY,
  name VARCHAR(120) NOT NULL UNIQUE,
  city VARCHAR(80) NOT NULL,
  country CHAR(2) NOT NULL,
  contact_email VARCHAR(200),
  lead_time_days SMALLINT NOT NULL CHECK (lead_time_days >= 0),
  on_time_share REAL NOT NULL CHECK (on_time_share BETWEEN 0 AND 1)
)`,
  `CREATE TABLE warehouses (
  id INTEGER PRIMARY KEY,
  manager_id INTEGER NOT NULL REFERENCES employees (id),
  name VARCHAR(80) NOT NULL UNIQUE,
  city VARCHAR(80) NOT NULL,
  country CHAR(2) NOT NULL,
  latitude REAL NOT NULL,
  longitude REAL NOT NULL
)`,
  `CREATE TABLE stock (
  edition_id INTEGER NOT NULL REFERENCES editions (id),
  warehouse_id INTEGER NOT NULL REFERENCES warehouses (id),
  supplier_id INTEGER NOT NULL REFERENCES suppliers (id),
  quantity INTEGER NOT NULL CHECK (quantity >= 0),
  reorder_level INTEGER NOT NULL CHECK (reorder_level >= 0),
  unit_cost DECIMAL(10,2) NOT NULL CHECK (unit_cost >= 0),
  shelf VARCHAR(10),
  counted_on DATE NOT NULL,
  PRIMARY KEY (edition_id, warehouse_id)
)`,
];

const SALES_TABLES = [
  `CREATE TABLE orders (
  id INTEGER PRIMARY KEY,
  customer_id INTEGER NOT NULL REFERENCES customers (id),
  address_id INTEGER NOT NULL REFERENCES addresses (id),
  employee_id INTEGER REFERENCES employees (id),
  channel VARCHAR(10) NOT NULL CHECK (channel IN ('web', 'phone', 'shop')),
  status VARCHAR(10) NOT NULL
    CHECK (status IN ('pending', 'paid', 'shipped', 'delivered', 'returned', 'cancelled')),
  ordered_at TIMESTAMP NOT NULL,
  shipped_at TIMESTAMP,
  shipping_fee DECIMAL(10,2) NOT NULL CHECK (shipping_fee >= 0),
  total DECIMAL(10,2) NOT NULL CHECK (total >= 0),
  gift_message TEXT,
  CHECK (shipped_at IS NULL OR shipped_at > ordered_at),
  CHECK ((shipped_at IS NULL) = (status IN ('pending', 'paid', 'cancelled')))
)`,
  `CREATE TABLE order_lines (
  order_id INTEGER NOT NULL REFERENCES orders (id),
  line_no SMALLINT NOT NULL CHECK (line_no >= 1),
  edition_id INTEGER NOT NULL REFERENCES editions (id),
  quantity INTEGER NOT NULL CHECK (quantity > 0),
  unit_price DECIMAL(10,2) NOT NULL CHECK (unit_price >= 0),
  PRIMARY KEY (order_id, line_no)
)`,
  `CREATE TABLE payments (
  id INTEGER PRIMARY KEY,
  order_id INTEGER NOT NULL REFERENCES orders (id),
  kind VARCHAR(10) NOT NULL CHECK (kind IN ('charge', 'refund')),
  method VARCHAR(20) NOT NULL CHECK (method IN ('card', 'transfer', 'wallet', 'gift card')),
  amount DECIMAL(10,2) NOT NULL CHECK (amount > 0),
  transaction_no BIGINT NOT NULL UNIQUE,
  paid_at TIMESTAMP NOT NULL
)`,
];

const VIEWS = [
  `CREATE VIEW order_totals AS
SELECT o.id AS order_id,
       o.customer_id,
       o.status,
       o.ordered_at,
       COUNT(*) AS lines,
       SUM(l.quantity) AS copies,
       ROUND(SUM(l.quantity * l.unit_price), 2) AS goods_total,
       o.shipping_fee,
       ROUND(SUM(l.quantity * l.unit_price) + o.shipping_fee, 2) AS total
FROM orders o
JOIN order_lines l ON l.order_id = o.id
GROUP BY o.id`,
  `CREATE VIEW bestsellers AS
SELECT b.id AS book_id,
       b.title,
       g.name AS genre,
       (SELECT group_concat(name, ', ')
          FROM (SELECT a.first_name || ' ' || a.last_name AS name
                  FROM book_authors ba
                  JOIN authors a ON a.id = ba.author_id
                 WHERE ba.book_id = b.id AND ba.role = 'author'
                 ORDER BY ba.position)) AS authors,
       SUM(l.quantity) AS copies_sold,
       ROUND(SUM(l.quantity * l.unit_price), 2) AS revenue
FROM order_lines l
JOIN orders o ON o.id = l.order_id
JOIN editions e ON e.id = l.edition_id
JOIN books b ON b.id = e.book_id
JOIN genres g ON g.id = b.genre_id
WHERE o.status NOT IN ('cancelled', 'returned')
GROUP BY b.id
ORDER BY copies_sold DESC, b.id`,
  `CREATE VIEW book_ratings AS
SELECT b.id AS book_id,
       b.title,
       COUNT(r.id) AS reviews,
       ROUND(AVG(r.rating), 2) AS average_rating
FROM books b
LEFT JOIN reviews r ON r.book_id = b.id
GROUP BY b.id`,
];

/** Table and columns of every index beside those that keys and UNIQUE make. */
const INDEXED_COLUMNS: readonly (readonly [table: string, ...columns: string[]])[] = [
  ['genres', 'parent_id'],
  ['authors', 'last_name', 'first_name'],
  ['books', 'genre_id'],
  ['books', 'title'],
  ['book_authors', 'author_id'],
  ['editions', 'book_id'],
  ['editions', 'publisher_id'],
  ['editions', 'published_on'],
  ['customers', 'referred_by_id'],
  ['customers', 'last_name', 'first_name'],
  ['addresses', 'customer_id'],
  ['addresses', 'country', 'city'],
  ['reviews', 'customer_id'],
  ['reviews', 'rating'],
  ['employees', 'manager_id'],
  ['warehouses', 'manager_id'],
  ['stock', 'warehouse_id'],
  ['stock', 'supplier_id'],
  ['orders', 'customer_id', 'ordered_at'],
  ['orders', 'address_id'],
  ['orders', 'employee_id'],
  ['orders', 'status', 'ordered_at'],
  ['orders', 'ordered_at'],
  ['order_lines', 'edition_id'],
  ['payments', 'order_id'],
  ['payments', 'paid_at'],
];

/** The tables, parents before their children. */
export const TABLE_STATEMENTS: readonly string[] = [
  ...CATALOGUE_TABLES,
  ...CUSTOMER_TABLES,
  ...SUPPLY_TABLES,
  ...SALES_TABLES,
];

/** What stands on the filled tables; an index is built faster over rows that are there already. */
export const INDEX_AND_VIEW_STATEMENTS: readonly string[] = [
  ...INDEXED_COLUMNS.map(
    ([table, ...columns]) => `CREATE INDEX ${table}_by_${columns.join('_')} ON ${table} (${columns.join(', ')})`,
  ),
  ...VIEWS,
];

/** Every statement that makes the bookshop's schema, in an order in which they can be run. */
export const bookshopSchema: readonly string[] = [...TABLE_STATEMENTS, ...INDEX_AND_VIEW_STATEMENTS];
