import type { GraphiQLProps } from 'graphiql';

/** What GraphiQL opens with where nothing of an earlier visit is stored. The data is that of the demo bookshop. */
export const exampleTabs = [
  {
    query: `# Dragoman: one GraphQL endpoint in front of all
# your SQL databases. Write SQL as PostgreSQL, MySQL
# or SQLite know it, and run it on any of them.
# Ctrl-Enter (or the triangle) asks the demo bookshop:

query BestSellers {
  query(
    database: "bookshop"
    sql: """
    SELECT b.title, SUM(l.quantity) AS copies
    FROM order_lines l
    JOIN editions e ON e.id = l.edition_id
    JOIN books b ON b.id = e.book_id
    WHERE e.format = :format
    GROUP BY b.id, b.title
    ORDER BY copies DESC, b.title
    LIMIT 5
    """
    params: { format: "paperback" }
  ) {
    columns { name type }
    rows
    rowCount
    executionTimeMs
  }
}
`,
  },
  {
    query: `# Which databases are there, and how are they?

query Databases {
  databases {
    name
    dialect
    serverVersion
    access
    state
    health { status latencyMs checkedAt }
  }
  serviceStatus { version startedAt databases queries }
}
`,
  },
  {
    query: `# What is in a database? Its tables, and all that
# is declared of one of them.

query WhatIsThere {
  database(name: "bookshop") {
    tables { name isView }
    table(name: "editions") {
      columns { name type databaseType nullable default }
      primaryKey
      foreignKeys { columns referencedTable referencedColumns }
      indexes { name columns unique }
      checks { expression }
    }
  }
}
`,
  },
  {
    query: `# What is a statement, told without running it?
# Dragoman reads three dialects; leave \`dialect\` out,
# and it tells which one this is.

query WhatItIs {
  inspect(
    sql: """
    select b.title, count(*) filter (where r.rating > 3)
    from books b left join reviews r on r.book_id = b.id
    where b.title ilike $1 group by b.title
    """
  ) {
    dialect
    kind
    isRead
    tablesRead
    parameters
    columns { name type nullable }
    pattern
    formatted
  }
}
`,
  },
  {
    query: `# A write. Its values stand under "Variables" and
# reach the database as parameters (:book, …), never
# as part of the SQL. Whoever has reviewed the book
# before changes that review.

mutation AddReview($review: JSON!) {
  execute(
    database: "bookshop"
    sql: """
    INSERT INTO reviews
      (book_id, customer_id, rating, body,
       is_verified_purchase, written_at)
    VALUES (:book, :customer, :rating, :text,
            FALSE, CURRENT_TIMESTAMP)
    ON CONFLICT (book_id, customer_id) DO UPDATE
      SET rating = excluded.rating,
          body = excluded.body
    RETURNING id, book_id, rating, body
    """
    params: $review
  ) {
    rows
    affectedRows
    executionTimeMs
  }
}
`,
    variables: `{
  "review": {
    "book": 1,
    "customer": 1,
    "rating": 5,
    "text": "Read it in one night."
  }
}
`,
  },
  {
    query: `# Live: the health of each database, and a heartbeat
# every two seconds. The square stops it.

subscription WatchHealth {
  health(everyMs: 2000) {
    database
    status
    latencyMs
    checkedAt
  }
}
`,
  },
] satisfies GraphiQLProps['defaultTabs'];
