-- DATABASE : Trade
-- ORIGIN   : another engine
--

PRAGMA foreign_keys=off;

-- Kinds
DROP TABLE IF EXISTS [Kinds];
CREATE TABLE [Kinds]
(      [KindID] INTEGER PRIMARY KEY AUTOINCREMENT,
       [KindName] TEXT,
       [Picture] BLOB
);

INSERT INTO Kinds VALUES(null,'Drinks',X'FFD8FFE0');
INSERT INTO Kinds VALUES(null,'Sauces',NULL);

CREATE TABLE [Clerks](
   [ClerkID]INTEGER PRIMARY KEY AUTOINCREMENT,
   [LastName]TEXT,
   [BirthDate]DATE,
   [ReportsTo]INTEGER,
    FOREIGN KEY ([ReportsTo]) REFERENCES [Clerks] ([ClerkID])
		ON DELETE NO ACTION ON UPDATE NO ACTION
);

CREATE TABLE [ClerkPlaces](
   [ClerkID]INTEGER NOT NULL,
   [PlaceID]TEXT NOT NULL,
    PRIMARY KEY ("ClerkID","PlaceID"),
	FOREIGN KEY ([ClerkID]) REFERENCES [Clerks] ([ClerkID])
		ON DELETE NO ACTION ON UPDATE NO ACTION
);

CREATE TABLE [Order Lines](
   [OrderID]INTEGER NOT NULL,
   [KindID]INTEGER NOT NULL,
   [UnitPrice]NUMERIC NOT NULL DEFAULT 0,
   [Quantity]INTEGER NOT NULL DEFAULT 1,
   [Discount]REAL NOT NULL DEFAULT 0,
   [Discontinued]TEXT NOT NULL DEFAULT '0',
   [Made]DATETIME,
    PRIMARY KEY ("OrderID","KindID"),
    CHECK ([Discount]>=(0) AND [Discount]<=(1)),
    CHECK ([Quantity]>(0)),
    FOREIGN KEY ([KindID]) REFERENCES [Kinds] ([KindID])
		ON DELETE NO ACTION ON UPDATE NO ACTION
);

INSERT INTO Clerks VALUES(null,'Davolio','1968-12-08',2);
INSERT INTO Clerks VALUES(null,'Fuller','1972-02-19',NULL);
INSERT INTO ClerkPlaces VALUES(1,'06897'),(1,'19713');
INSERT INTO "Order Lines" VALUES(10248,1,14,12,0.0,'0','2016-07-04 00:00:00');
INSERT INTO "Order Lines" ([OrderID], [KindID], [UnitPrice]) VALUES(10248,2,9.8);

CREATE VIEW [Alphabetical list of lines] AS
SELECT [Order Lines].*,
       Kinds.KindName
FROM Kinds
   INNER JOIN [Order Lines] ON Kinds.KindID = [Order Lines].KindID
WHERE ((([Order Lines].Discontinued)=0));

CREATE VIEW [Line Totals] AS
SELECT [Order Lines].OrderID,
    Kinds.KindName,
    Sum(UnitPrice * Quantity * (1-Discount)) AS LinePrice
FROM [Order Lines]
   JOIN [Kinds] ON Kinds.KindID = [Order Lines].KindID
GROUP BY [Order Lines].OrderID, Kinds.KindName;

CREATE VIEW [Kinds with totals] AS
SELECT Kinds.*,
    [Line Totals].LinePrice
FROM Kinds
   JOIN [Line Totals] ON [Line Totals].KindName = Kinds.KindName AND [Line Totals].OrderID > 0;

CREATE VIEW [Broken] AS
SELECT k.*, c.LastName
FROM [Kinds] k
   JOIN [Clerks] c ON k.KindID = c.id;

CREATE TRIGGER [trim name] AFTER INSERT ON [Kinds]
BEGIN
  UPDATE Kinds SET KindName = trim(NEW.KindName) WHERE KindID = NEW.KindID;
END;

CREATE TABLE keeper (
  keeper_id INTEGER NOT NULL ,
  first_name VARCHAR(45) NOT NULL,
  initial CHAR(1),
  last_update TIMESTAMP NOT NULL,
  PRIMARY KEY  (keeper_id)
  )
  ;

Insert into keeper
 (keeper_id,first_name,last_update)
Values
('1','ADA','2020-12-23 07:12:29')
;

CREATE TRIGGER keeper_trigger_ai AFTER INSERT ON keeper
 BEGIN
  UPDATE keeper SET last_update = DATETIME('NOW')  WHERE rowid = new.rowid;
 END
;

CREATE TRIGGER keeper_trigger_au AFTER UPDATE ON keeper
 BEGIN
  UPDATE keeper SET last_update = DATETIME('NOW')  WHERE rowid = new.rowid;
  UPDATE keeper SET initial = upper(substr(first_name, 1, 1))  WHERE keeper.keeper_id = new.keeper_id;
 END
;

PRAGMA foreign_keys=on;
