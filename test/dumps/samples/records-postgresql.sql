
/*******************************************************************************
   Records Database - Version 1.0
********************************************************************************/

/*******************************************************************************
   Drop database if it exists
********************************************************************************/
DROP DATABASE IF EXISTS records;


/*******************************************************************************
   Create database
********************************************************************************/
CREATE DATABASE records;


\c records;


CREATE TABLE disc
(
    disc_id INT NOT NULL GENERATED ALWAYS AS IDENTITY,
    title VARCHAR(160) NOT NULL,
    band_id INT NOT NULL,
    CONSTRAINT disc_pkey PRIMARY KEY  (disc_id)
);

CREATE TABLE band
(
    band_id SERIAL NOT NULL,
    name VARCHAR(120),
    CONSTRAINT band_pkey PRIMARY KEY  (band_id)
);

CREATE TABLE "Clerk"
(
    "ClerkId" INT NOT NULL,
    "Name" VARCHAR(20) NOT NULL,
    "ReportsTo" INT,
    "BirthDate" TIMESTAMP,
    "Total" NUMERIC(10,2) NOT NULL,
    CONSTRAINT "PK_Clerk" PRIMARY KEY  ("ClerkId")
);

ALTER TABLE disc ADD CONSTRAINT disc_band_id_fkey
    FOREIGN KEY (band_id) REFERENCES band (band_id) ON DELETE NO ACTION ON UPDATE NO ACTION;

CREATE INDEX disc_band_id_idx ON disc (band_id);

ALTER TABLE "Clerk" ADD CONSTRAINT "FK_ClerkReportsTo"
    FOREIGN KEY ("ReportsTo") REFERENCES "Clerk" ("ClerkId") ON DELETE NO ACTION ON UPDATE NO ACTION;

CREATE INDEX "IFK_ClerkReportsTo" ON "Clerk" ("ReportsTo");

INSERT INTO band (name) VALUES
    (N'AC & DC'),
    (N'Antônio''s'),
    (NULL);

INSERT INTO disc (title, band_id) VALUES (N'For Those\n', 1);
INSERT INTO disc (title, band_id) VALUES
    (N'Balls "to" the Wall', 2);

INSERT INTO "Clerk" ("ClerkId", "Name", "ReportsTo", "BirthDate", "Total") VALUES (1, N'Adams', NULL, '1962/2/18', 0.99);
INSERT INTO "Clerk" ("ClerkId", "Name", "ReportsTo", "BirthDate", "Total") VALUES (2, N'Edwards', 1, '1958-12-08 00:00:00', 1.98);
