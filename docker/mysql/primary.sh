#!/bin/bash
# Run once, by the image, when the volume is made: the users that the replica and Dragoman come with, each with no more
# rights than it needs. They are replicated like everything else.

# A password as an SQL literal, whatever is in it.
literal() {
  local text=${1//\\/\\\\}
  printf "'%s'" "${text//\'/\'\'}"
}

MYSQL_PWD="$MYSQL_ROOT_PASSWORD" mysql --user=root --protocol=socket <<SQL
-- Reads the binary log, and can do nothing else.
CREATE USER replicator@'%' IDENTIFIED BY $(literal "$MYSQL_REPLICATION_PASSWORD") REQUIRE SSL;
GRANT REPLICATION SLAVE ON *.* TO replicator@'%';

-- Reads and writes tables, and makes them, in this database alone. REPLICATION CLIENT shows how far replicas are.
CREATE USER dragoman_app@'%' IDENTIFIED BY $(literal "$MYSQL_APP_PASSWORD");
GRANT SELECT, INSERT, UPDATE, DELETE, CREATE, ALTER, DROP, INDEX, REFERENCES, CREATE VIEW, SHOW VIEW,
  CREATE TEMPORARY TABLES ON crm.* TO dragoman_app@'%';
GRANT REPLICATION CLIENT ON *.* TO dragoman_app@'%';

-- Reads them.
CREATE USER dragoman_reader@'%' IDENTIFIED BY $(literal "$MYSQL_READER_PASSWORD");
GRANT SELECT, SHOW VIEW ON crm.* TO dragoman_reader@'%';
GRANT REPLICATION CLIENT ON *.* TO dragoman_reader@'%';
SQL
