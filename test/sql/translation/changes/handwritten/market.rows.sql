INSERT INTO accounts (id, email, name, plan, credits, active, created_at) VALUES
  (1,'ann@x.io','Ann','free',10.50,TRUE,'2024-01-31 10:00:00'),
  (2,'Bob@x.io','bob','pro',0,FALSE,'2024-02-29 00:00:00'),
  (3,'cé@x.io','Cécile',NULL,-3.25,TRUE,NULL),
  (4,'dan@x.io','','pro',99999.99,TRUE,'2023-12-31 23:59:59');
INSERT INTO items (id, sku, title, price, stock, tags) VALUES
  (1,'A-1','Apple',1.20,100,'["fruit","red"]'),
  (2,'B-2','Bolt',0.05,0,NULL),
  (3,'C-3','Chair''s',49.90,3,'[]'),
  (4,'D-4','Desk L',199.00,NULL,'{"w": 120, "legs": {"n": 4}}');
INSERT INTO purchases (id, account_id, item_id, qty, status, bought_on, note) VALUES
  (1,1,1,5,'new','2024-03-01',NULL),
  (2,1,3,1,'paid','2024-03-02','gift'),
  (3,2,1,2,'paid','2024-03-02',''),
  (4,3,2,100,'new','2024-03-31','bulk'),
  (5,4,4,1,'sent','2024-04-30','a/b'),
  (6,NULL,2,7,'new',NULL,'guest');
INSERT INTO stats (account_id, day, views, clicks) VALUES
  (1,'2024-03-01',10,1),
  (1,'2024-03-02',5,0),
  (2,'2024-03-01',0,NULL);
INSERT INTO settings (name, value) VALUES
  ('theme','dark'),
  ('lang','en'),
  ('empty','');
INSERT INTO queue (id, payload, attempts, locked_at) VALUES
  (1,'a',0,NULL),
  (2,'b',2,'2024-03-01 10:00:00'),
  (3,'c',5,NULL),
  (4,'d',0,NULL);
