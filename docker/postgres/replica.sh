#!/bin/bash
# In place of the image's own entry: a copy of the primary, made at the first start, that follows it from then on.
set -euo pipefail

if [ ! -s "$PGDATA/PG_VERSION" ]; then
  # --write-recovery-conf leaves a standby.signal and where to stream from, with the password, in the data folder.
  PGPASSWORD="$POSTGRES_REPLICATION_PASSWORD" pg_basebackup \
    --host=postgres-primary --username=replicator --no-password \
    --pgdata="$PGDATA" --wal-method=stream --checkpoint=fast \
    --slot=replica --write-recovery-conf
  chmod 700 "$PGDATA"
fi

exec postgres -c hot_standby=on -c hot_standby_feedback=on
