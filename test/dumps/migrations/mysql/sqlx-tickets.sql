CREATE TABLE agents (
    id BINARY(16) NOT NULL PRIMARY KEY,
    email VARCHAR(190) NOT NULL,
    level TINYINT UNSIGNED NOT NULL DEFAULT 1,
    UNIQUE KEY agents_email (email)
);
CREATE TABLE tickets (
    id BIGINT UNSIGNED NOT NULL PRIMARY KEY AUTO_INCREMENT,
    agent_id BINARY(16) NULL,
    subject VARCHAR(120) NOT NULL,
    state ENUM('open', 'pending', 'closed') NOT NULL DEFAULT 'open',
    opened_at DATETIME(6) NOT NULL,
    minutes INT UNSIGNED,
    CONSTRAINT tickets_agent FOREIGN KEY (agent_id) REFERENCES agents (id) ON DELETE SET NULL
);
INSERT INTO agents (id, email, level) VALUES (UNHEX('018D2F0A000070008000000000000001'), 'ann@desk.test', 2), (x'018D2F0A000070008000000000000002', 'bob@desk.test', DEFAULT);
INSERT INTO tickets (agent_id, subject, state, opened_at, minutes) VALUES (UNHEX('018D2F0A000070008000000000000001'), 'Printer', 'closed', '2024-01-02 08:00:00.123456', 35), (NULL, 'Mouse', DEFAULT, '2024-01-03 09:00:00', NULL), (UNHEX('018D2F0A000070008000000000000002'), 'VPN', 'pending', '2024-01-03 10:00:00', 120);
ALTER TABLE tickets ADD COLUMN priority TINYINT NOT NULL DEFAULT 3, ADD COLUMN closed_at DATETIME(6) NULL, ADD INDEX tickets_state (state, priority);
UPDATE tickets SET closed_at = opened_at + INTERVAL minutes MINUTE, priority = 5 WHERE state = 'closed';
UPDATE tickets JOIN agents ON agents.id = tickets.agent_id SET tickets.priority = 1, agents.level = agents.level + 1 WHERE tickets.state = 'pending';
ALTER TABLE tickets MODIFY COLUMN subject TEXT NOT NULL, MODIFY COLUMN state ENUM('open', 'pending', 'closed', 'spam') NOT NULL DEFAULT 'open';
INSERT INTO tickets (subject, state, opened_at) VALUES ('WIN $$$', 'spam', '2024-02-01 00:00:00');
CREATE TABLE comments (
    ticket_id BIGINT UNSIGNED NOT NULL,
    seq INT NOT NULL,
    body MEDIUMTEXT NOT NULL,
    PRIMARY KEY (ticket_id, seq),
    FOREIGN KEY (ticket_id) REFERENCES tickets (id) ON DELETE CASCADE
);
INSERT INTO comments SELECT id, 1, CONCAT('opened ', DATE(opened_at)) FROM tickets WHERE state <> 'spam';
INSERT INTO comments (ticket_id, seq, body) VALUES (1, 1, 'dup'), (1, 2, 'done 👍') ON DUPLICATE KEY UPDATE body = CONCAT(comments.body, ' / ', VALUES(body));
DELETE FROM tickets WHERE state = 'spam';
DELETE FROM agents WHERE email = 'bob@desk.test';
ALTER TABLE tickets DROP COLUMN minutes, RENAME COLUMN priority TO urgency;
CREATE VIEW queue AS SELECT t.id, t.subject, COALESCE(a.email, 'nobody') AS agent, (SELECT COUNT(*) FROM comments c WHERE c.ticket_id = t.id) AS comments FROM tickets t LEFT JOIN agents a ON a.id = t.agent_id WHERE t.state IN ('open', 'pending');
UPDATE tickets SET state = 'closed', closed_at = '2024-03-01 12:00:00' WHERE id IN (SELECT ticket_id FROM comments WHERE seq = 1) AND state = 'open';
DROP INDEX tickets_state ON tickets;
