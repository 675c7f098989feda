/*!40101 SET NAMES utf8 */;
/*!40014 SET @OLD_FOREIGN_KEY_CHECKS=@@FOREIGN_KEY_CHECKS, FOREIGN_KEY_CHECKS=0 */;
DROP TABLE IF EXISTS `page`;
/*!40101 SET @saved_cs_client     = @@character_set_client */;
CREATE TABLE `page` (
  `page_id` int(10) unsigned NOT NULL AUTO_INCREMENT,
  `page_namespace` int(11) NOT NULL DEFAULT 0,
  `page_title` varbinary(255) NOT NULL DEFAULT '',
  `page_is_redirect` tinyint(1) unsigned NOT NULL DEFAULT 0,
  `page_random` double unsigned NOT NULL DEFAULT 0,
  `page_touched` binary(14) NOT NULL,
  PRIMARY KEY (`page_id`),
  UNIQUE KEY `page_name_title` (`page_namespace`,`page_title`)
) ENGINE=InnoDB DEFAULT CHARSET=binary;
LOCK TABLES `page` WRITE;
/*!40000 ALTER TABLE `page` DISABLE KEYS */;
INSERT INTO `page` VALUES (1,0,'Main_Page',0,0.25,'20240101000000'),(2,1,'Talk\\Page',1,0.5,'20240102000000');
/*!40000 ALTER TABLE `page` ENABLE KEYS */;
UNLOCK TABLES;
CREATE TABLE `revision` (`rev_id` int unsigned NOT NULL AUTO_INCREMENT PRIMARY KEY, `rev_page` int unsigned NOT NULL, `rev_len` int unsigned DEFAULT NULL, `rev_text` mediumblob NOT NULL, KEY `rev_page_id` (`rev_page`,`rev_id`));
INSERT INTO `revision` (`rev_page`, `rev_len`, `rev_text`) VALUES (1, 5, 'hello'), (2, NULL, x'00ff');
ALTER TABLE `page` ADD COLUMN `page_lang` varbinary(35) DEFAULT NULL;
/*!40014 SET FOREIGN_KEY_CHECKS=@OLD_FOREIGN_KEY_CHECKS */;
