
/*******************************************************************************
   Drop Tables
********************************************************************************/
DROP TABLE IF EXISTS [Disc];

DROP TABLE IF EXISTS [Band];

DROP TABLE IF EXISTS [Clerk];

CREATE TABLE [Disc]
(
    [DiscId] INTEGER  NOT NULL,
    [Title] NVARCHAR(160)  NOT NULL,
    [BandId] INTEGER  NOT NULL,
    CONSTRAINT [PK_Disc] PRIMARY KEY  ([DiscId]),
    FOREIGN KEY ([BandId]) REFERENCES [Band] ([BandId])
		ON DELETE NO ACTION ON UPDATE NO ACTION
);

CREATE TABLE [Band]
(
    [BandId] INTEGER  NOT NULL,
    [Name] NVARCHAR(120),
    CONSTRAINT [PK_Band] PRIMARY KEY  ([BandId])
);

CREATE TABLE [Clerk]
(
    [ClerkId] INTEGER  NOT NULL,
    [Name] NVARCHAR(20)  NOT NULL,
    [ReportsTo] INTEGER,
    [BirthDate] DATETIME,
    [Total] NUMERIC(10,2)  NOT NULL,
    CONSTRAINT [PK_Clerk] PRIMARY KEY  ([ClerkId]),
    FOREIGN KEY ([ReportsTo]) REFERENCES [Clerk] ([ClerkId])
		ON DELETE NO ACTION ON UPDATE NO ACTION
);

/*******************************************************************************
   Create Primary Key Unique Indexes
********************************************************************************/
CREATE UNIQUE INDEX [IPK_Disc] ON [Disc]([DiscId]);

/*******************************************************************************
   Create Foreign Keys
********************************************************************************/
CREATE INDEX [IFK_DiscBandId] ON [Disc] ([BandId]);

CREATE INDEX [IFK_ClerkReportsTo] ON [Clerk] ([ReportsTo]);

/*******************************************************************************
   Populate Tables
********************************************************************************/
INSERT INTO [Band] ([BandId], [Name]) VALUES (1, 'AC & DC');
INSERT INTO [Band] ([BandId], [Name]) VALUES
    (2, 'Antônio''s'),
    (3, NULL);
INSERT INTO [Disc] ([DiscId], [Title], [BandId]) VALUES (1, 'For Those \n', 1);
INSERT INTO [Disc] ([Title], [BandId]) VALUES ('Balls "to" the Wall', 2);
INSERT INTO [Clerk] ([ClerkId], [Name], [ReportsTo], [BirthDate], [Total]) VALUES (1, 'Adams', NULL, '1962-02-18 00:00:00', 0.99);
INSERT INTO [Clerk] ([ClerkId], [Name], [ReportsTo], [BirthDate], [Total]) VALUES (2, 'Edwards', 1, '1958-12-08 00:00:00', 1.98);
