CREATE TABLE bank_account (
    iban VARCHAR(34) NOT NULL,
    holder VARCHAR(70) NOT NULL,
    opened_on DATE NOT NULL,
    overdraft DECIMAL(12,2) NOT NULL DEFAULT 0.00,
    CONSTRAINT pk_bank_account PRIMARY KEY (iban),
    CONSTRAINT ck_overdraft CHECK (overdraft <= 0)
);
CREATE TABLE transfer (
    id BIGINT AUTO_INCREMENT PRIMARY KEY,
    debit VARCHAR(34) NOT NULL,
    credit VARCHAR(34) NOT NULL,
    amount DECIMAL(12,2) NOT NULL,
    executed DATETIME(3) NOT NULL,
    CONSTRAINT fk_debit FOREIGN KEY (debit) REFERENCES bank_account (iban),
    CONSTRAINT fk_credit FOREIGN KEY (credit) REFERENCES bank_account (iban),
    CONSTRAINT ck_two CHECK (debit <> credit)
);
INSERT INTO bank_account VALUES ('CH01', 'Ann', '2020-02-29', -500), ('CH02', 'Bo', '2021-03-01', 0);
INSERT INTO transfer (debit, credit, amount, executed) VALUES ('CH01', 'CH02', 10.50, '2024-01-01 10:00:00.125'), ('CH02', 'CH01', 0.01, '2024-01-02 00:00:00');
ALTER TABLE transfer ADD purpose VARCHAR(140), ADD fee DECIMAL(6,2) DEFAULT 0.35 NOT NULL;
UPDATE transfer SET purpose = IF(amount > 1, 'rent', 'cents');
ALTER TABLE bank_account DROP CONSTRAINT ck_overdraft;
ALTER TABLE bank_account ADD CONSTRAINT ck_overdraft2 CHECK (overdraft <= 100);
ALTER TABLE bank_account ALTER overdraft SET DEFAULT -100;
INSERT INTO bank_account (iban, holder, opened_on) VALUES ('CH03', 'Cy', '2024-05-05');
ALTER TABLE transfer RENAME INDEX fk_credit TO ix_credit;
