CREATE TABLE rooms (id serial, name varchar(20) NOT NULL, capacity int, CONSTRAINT rooms_pkey PRIMARY KEY (id), CONSTRAINT rooms_name_key UNIQUE (name));
CREATE TABLE bookings (
  id serial PRIMARY KEY, room_id int NOT NULL, starts timestamp NOT NULL, ends timestamp NOT NULL, guests int DEFAULT 1,
  CONSTRAINT bookings_room_fk FOREIGN KEY (room_id) REFERENCES rooms (id) ON DELETE CASCADE ON UPDATE CASCADE DEFERRABLE INITIALLY DEFERRED,
  CONSTRAINT bookings_span CHECK (ends > starts)
);
INSERT INTO rooms (name, capacity) VALUES ('Blue', 4), ('Red', 2);
INSERT INTO bookings (room_id, starts, ends, guests) VALUES (1, '2024-04-01 14:00', '2024-04-03 11:00', 3), (2, '2024-04-02 14:00', '2024-04-02 20:30', NULL);
UPDATE rooms SET id = 20 WHERE id = 2;
ALTER TABLE bookings ADD COLUMN nights int;
UPDATE bookings SET nights = ends::date - starts::date;
ALTER TABLE rooms DROP COLUMN capacity;
DROP TABLE IF EXISTS rates;
CREATE TABLE rates (room_id int PRIMARY KEY REFERENCES rooms, price money NOT NULL, valid daterange);
DROP TABLE rates;
CREATE TABLE rates (room_id int PRIMARY KEY REFERENCES rooms, price numeric(9,2) NOT NULL);
INSERT INTO rates SELECT id, 80.5 + id FROM rooms;
