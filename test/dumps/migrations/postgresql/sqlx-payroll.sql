CREATE TYPE pay_cycle AS ENUM ('monthly', 'weekly');
CREATE TABLE employees (
    id UUID PRIMARY KEY,
    email TEXT NOT NULL UNIQUE,
    hired DATE NOT NULL,
    cycle pay_cycle NOT NULL DEFAULT 'monthly',
    base NUMERIC(10, 2) NOT NULL CHECK (base >= 0),
    manager UUID REFERENCES employees (id)
);
INSERT INTO employees (id, email, hired, cycle, base, manager) VALUES
    ('00000000-0000-4000-8000-000000000001', 'boss@pay.test', '2015-01-01', 'monthly', 9000, NULL),
    ('00000000-0000-4000-8000-000000000002', 'amy@pay.test', '2020-06-15', 'monthly', 5200.50, '00000000-0000-4000-8000-000000000001'),
    ('00000000-0000-4000-8000-000000000003', 'joe@pay.test', '2023-11-30', 'weekly', 900, '00000000-0000-4000-8000-000000000002');
CREATE TABLE payslips (
    employee_id UUID NOT NULL REFERENCES employees (id) ON DELETE CASCADE,
    period DATE NOT NULL,
    gross NUMERIC(10, 2) NOT NULL,
    tax NUMERIC(10, 2) GENERATED ALWAYS AS (round(gross * 0.12, 2)) STORED,
    paid_at TIMESTAMPTZ,
    PRIMARY KEY (employee_id, period)
);
INSERT INTO payslips (employee_id, period, gross)
SELECT e.id, m::date, e.base FROM employees e CROSS JOIN generate_series('2024-01-01'::timestamp, '2024-03-01', interval '1 month') AS m WHERE e.cycle = 'monthly';
WITH paid AS (
    UPDATE payslips SET paid_at = period + interval '24 days' WHERE period < '2024-03-01' RETURNING employee_id, gross
)
SELECT employee_id, sum(gross) FROM paid GROUP BY employee_id;
BEGIN;
ALTER TYPE pay_cycle ADD VALUE IF NOT EXISTS 'hourly';
COMMIT;
ALTER TABLE employees ADD COLUMN phone TEXT, ADD COLUMN active BOOLEAN NOT NULL DEFAULT TRUE, ADD COLUMN level SMALLINT;
UPDATE employees e SET level = CASE WHEN EXISTS (SELECT 1 FROM employees x WHERE x.manager = e.id) THEN 2 ELSE 1 END;
ALTER TABLE employees ALTER COLUMN level SET NOT NULL, ALTER COLUMN level SET DEFAULT 1, ALTER COLUMN base TYPE NUMERIC(12, 2);
CREATE INDEX employees_active_idx ON employees (hired DESC) WHERE active;
CREATE UNIQUE INDEX employees_lower_email ON employees (lower(email));
CREATE VIEW chain AS
WITH RECURSIVE up AS (
    SELECT id, email, manager, 0 AS depth FROM employees WHERE manager IS NULL
    UNION ALL
    SELECT e.id, e.email, e.manager, up.depth + 1 FROM employees e JOIN up ON e.manager = up.id
)
SELECT email, depth FROM up;
INSERT INTO payslips (employee_id, period, gross) VALUES ('00000000-0000-4000-8000-000000000002', '2024-03-01', 5500) ON CONFLICT (employee_id, period) DO UPDATE SET gross = greatest(payslips.gross, excluded.gross);
DELETE FROM payslips p USING employees e WHERE e.id = p.employee_id AND e.email LIKE 'boss%' AND p.period = DATE '2024-01-01';
ALTER TABLE payslips RENAME COLUMN gross TO gross_amount;
DROP VIEW chain;
ALTER TABLE employees DROP COLUMN phone;
UPDATE employees SET cycle = 'weekly', active = false WHERE email = 'joe@pay.test';
TRUNCATE payslips;
INSERT INTO payslips (employee_id, period, gross_amount) SELECT id, '2024-04-01', base FROM employees ORDER BY base;
