-- migrate:up
CREATE TABLE IF NOT EXISTS `schema_migrations` (version varchar(128) PRIMARY KEY);
create table passes (
  id bigint auto_increment primary key,
  code char(8) not null unique,
  holder varchar(100),
  kind enum('adult','child','family') not null default 'adult',
  price decimal(5,2) not null,
  valid_from date not null,
  valid_to date as (date_add(valid_from, interval 1 year)) stored
);
insert into passes (code, holder, kind, price, valid_from) values ('AA000001', 'Nina', 'adult', 80, '2024-01-15'), ('AA000002', 'Ole', 'child', 20.5, '2024-02-29'), ('AA000003', null, 'family', 150, '2023-06-01');
insert into schema_migrations (version) values ('20240101');
-- migrate:up
create table visits (
  pass_id bigint not null,
  museum varchar(40) not null,
  at datetime not null,
  guests tinyint not null default 0,
  constraint fk_visit_pass foreign key (pass_id) references passes (id) on delete cascade,
  index (museum, at)
);
insert into visits (pass_id, museum, at, guests) values (1, 'Art', '2024-03-01 10:00:00', 1), (1, 'Sea', '2024-03-02 11:30:00', 0), (3, 'Art', '2024-03-02 14:00:00', 4), (2, 'Art', '2024-03-03 09:00:00', 0);
insert into schema_migrations (version) values ('20240301');
-- migrate:up
alter table passes add column visits int not null default 0, add column last_visit datetime null;
update passes p set p.visits = (select count(*) from visits v where v.pass_id = p.id), p.last_visit = (select max(at) from visits v where v.pass_id = p.id);
update passes set holder = 'unknown' where holder is null;
alter table passes modify kind enum('adult','child','family','senior') not null default 'adult', modify holder varchar(150) not null default 'unknown';
insert into passes (code, kind, price, valid_from) values ('AA000004', 'senior', 60, '2024-04-01');
alter table visits drop foreign key fk_visit_pass;
alter table visits add column id int not null auto_increment primary key;
alter table visits add constraint fk_visit_pass2 foreign key (pass_id) references passes (id);
delete v from visits v join passes p on p.id = v.pass_id where p.kind = 'child';
delete from passes where id not in (select pass_id from visits) and price < 50;
create index passes_price on passes (price desc, code);
rename table visits to entries;
update entries set guests = guests + 1 where museum = 'Art' order by at limit 1;
insert into schema_migrations (version) values ('20240401');
