
/*******************************************************************************
   Records Database - Version 1.0
   Description: Creates and populates it.
********************************************************************************/

/*******************************************************************************
   Drop database if it exists
********************************************************************************/
DROP DATABASE IF EXISTS `Records`;


/*******************************************************************************
   Create database
********************************************************************************/
CREATE DATABASE `Records`;


USE `Records`;


CREATE TABLE `Disc`
(
    `DiscId` INT NOT NULL AUTO_INCREMENT,
    `Title` NVARCHAR(160) NOT NULL,
    `BandId` INT NOT NULL,
    CONSTRAINT `PK_Disc` PRIMARY KEY  (`DiscId`)
);

CREATE TABLE `Band`
(
    `BandId` INT NOT NULL,
    `Name` NVARCHAR(120),
    CONSTRAINT `PK_Band` PRIMARY KEY  (`BandId`)
);

CREATE TABLE `Clerk`
(
    `ClerkId` INT NOT NULL,
    `Name` NVARCHAR(20) NOT NULL,
    `ReportsTo` INT,
    `BirthDate` DATETIME,
    `Total` NUMERIC(10,2) NOT NULL,
    CONSTRAINT `PK_Clerk` PRIMARY KEY  (`ClerkId`)
);

/*******************************************************************************
   Create Foreign Keys
********************************************************************************/
ALTER TABLE `Disc` ADD CONSTRAINT `FK_DiscBandId`
    FOREIGN KEY (`BandId`) REFERENCES `Band` (`BandId`) ON DELETE NO ACTION ON UPDATE NO ACTION;

CREATE INDEX `IFK_DiscBandId` ON `Disc` (`BandId`);

ALTER TABLE `Clerk` ADD CONSTRAINT `FK_ClerkReportsTo`
    FOREIGN KEY (`ReportsTo`) REFERENCES `Clerk` (`ClerkId`) ON DELETE NO ACTION ON UPDATE NO ACTION;

CREATE INDEX `IFK_ClerkReportsTo` ON `Clerk` (`ReportsTo`);


/*******************************************************************************
   Populate Tables
********************************************************************************/
INSERT INTO `Band` (`BandId`, `Name`) VALUES (1, N'AC & DC');
INSERT INTO `Band` (`BandId`, `Name`) VALUES
    (2, N'Antônio''s'),
    (3, NULL);
INSERT INTO `Disc` (`Title`, `BandId`) VALUES (N'For Those', 1);
INSERT INTO `Disc` (`DiscId`, `Title`, `BandId`) VALUES (2, N'Balls \"to\" the Wall', 2);

INSERT INTO `Clerk` (`ClerkId`, `Name`, `ReportsTo`, `BirthDate`, `Total`) VALUES (1, N'Adams', NULL, '1962/2/18', 0.99);
INSERT INTO `Clerk` (`ClerkId`, `Name`, `ReportsTo`, `BirthDate`, `Total`) VALUES (2, N'Edwards', 1, '1958-12-08 00:00:00', 1.98);
