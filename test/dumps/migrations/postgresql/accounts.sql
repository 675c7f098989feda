CREATE TABLE tenants (
  id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  slug varchar(40) NOT NULL UNIQUE,
  plan varchar(20) NOT NULL DEFAULT 'free' CHECK (plan IN ('free', 'team', 'enterprise')),
  seats smallint NOT NULL DEFAULT 1 CHECK (seats BETWEEN 1 AND 500),
  created_at timestamptz NOT NULL DEFAULT '2024-05-01 08:00:00+00'
);
CREATE TABLE members (
  tenant_id bigint NOT NULL REFERENCES tenants (id) ON DELETE CASCADE,
  email varchar(120) NOT NULL,
  role varchar(12) NOT NULL DEFAULT 'member',
  invited_by varchar(120),
  PRIMARY KEY (tenant_id, email),
  FOREIGN KEY (tenant_id, invited_by) REFERENCES members (tenant_id, email)
);
INSERT INTO tenants (slug, plan, seats) VALUES ('north', 'team', 5), ('south', DEFAULT, DEFAULT);
INSERT INTO members VALUES (1, 'ann@north.example', 'owner', NULL), (1, 'bo@north.example', 'member', 'ann@north.example'), (2, 'cy@south.example', 'owner', NULL);
ALTER TABLE tenants ADD COLUMN trial_ends_on date;
UPDATE tenants SET trial_ends_on = (created_at + interval '14 days')::date WHERE plan = 'free';
ALTER TABLE members ADD CONSTRAINT members_role_known CHECK (role IN ('owner', 'admin', 'member'));
CREATE INDEX members_role_idx ON members (role);
