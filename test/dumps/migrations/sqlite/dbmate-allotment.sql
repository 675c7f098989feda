PRAGMA foreign_keys = ON;
-- migrate:up
CREATE TABLE IF NOT EXISTS "schema_migrations" (version varchar(128) primary key);
create table plots (
  id integer primary key,
  number text not null unique,
  area_m2 numeric not null check (area_m2 > 0),
  rent numeric(8,2) not null default 60.00,
  tenant text,
  since date
);
insert into schema_migrations (version) values ('20240101');
insert into plots (number, area_m2, rent, tenant, since) values
  ('1A', 120, 72.5, 'Oda', '2010-04-01'),
  ('1B', 95.5, 60, null, null),
  ('2A', 200, 110.25, 'Per', '2018-10-15');
-- migrate:up
create table waiting_list (
  name text primary key,
  asked_on date not null default '2024-01-01',
  priority integer not null default 0
) without rowid;
insert into waiting_list (name, priority) values ('Quinn', 2), ('Rune', 1), ('Siv', 2);
create view free_plots as select id, number, area_m2 from plots where tenant is null;
update plots set tenant = (select name from waiting_list order by priority desc, name limit 1), since = '2024-03-01' where id = (select min(id) from free_plots);
delete from waiting_list where name in (select tenant from plots);
insert into schema_migrations (version) values ('20240301');
-- migrate:up
alter table plots add column rent_due generated always as (rent * 12) virtual;
create table payments (
  id integer primary key autoincrement,
  plot_id integer not null references plots on delete cascade,
  paid numeric(8,2) not null,
  paid_on date not null
);
insert into payments (plot_id, paid, paid_on) select id, rent, '2024-03-31' from plots where tenant is not null order by id;
insert into payments (plot_id, paid, paid_on) select id, rent - 10, '2024-04-30' from plots order by id;
drop view free_plots;
create view debtors as
  with sums as (select plot_id, sum(paid) as total from payments group by plot_id)
  select p.number, p.rent_due - coalesce(s.total, 0) as owed
  from plots p left join sums s on s.plot_id = p.id;
update plots set rent = round(rent * 1.05, 2) where area_m2 >= 100;
delete from plots where number = '1B';
create unique index one_plot_a_tenant on plots (tenant) where tenant is not null;
