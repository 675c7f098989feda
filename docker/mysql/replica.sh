#!/bin/bash
# Run once, by the image, when the volume is made: whom to follow. Replication begins at the server's next start, right
# after this, and brings the primary's databases and users.

# A password as an SQL literal, whatever is in it.
literal() {
  local text=${1//\\/\\\\}
  printf "'%s'" "${text//\'/\'\'}"
}

MYSQL_PWD="$MYSQL_ROOT_PASSWORD" mysql --user=root --protocol=socket <<SQL
-- What the image wrote while it set up this server is no part of the primary's history.
RESET BINARY LOGS AND GTIDS;
CHANGE REPLICATION SOURCE TO
  SOURCE_HOST = 'mysql-primary',
  SOURCE_USER = 'replicator',
  SOURCE_PASSWORD = $(literal "$MYSQL_REPLICATION_PASSWORD"),
  SOURCE_AUTO_POSITION = 1,
  SOURCE_SSL = 1;
-- Nobody writes here, not even root. As an option of the server it would forbid this very setup.
SET PERSIST super_read_only = ON;
SQL
