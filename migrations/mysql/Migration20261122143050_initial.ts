import { Migration } from "@mikro-orm/migrations";

export class Migration20261122143050_initial extends Migration {
  override name = "Migration20261122143050_initial";

  override up(): void | Promise<void> {
    this.addSql(
      `create table \`account\` (\`id\` bigint unsigned not null auto_increment primary key, \`public_id\` varchar(36) not null, \`name\` varchar(255) not null, \`host_base_url\` varchar(191) not null, \`host_account_id\` bigint not null, \`token_sealed\` text not null, \`sender_token_sealed\` text null, \`inbox_id\` bigint not null, \`inbox_name\` varchar(255) not null, \`webhook_key\` varchar(64) not null, \`webhook_secret_sealed\` text null, \`host_webhook_id\` bigint null, \`team_id\` bigint null, \`label\` varchar(64) not null, \`locale\` varchar(8) not null, \`zone\` varchar(64) not null, \`creditor_name\` varchar(60) not null, \`payment_url\` varchar(500) not null, \`dispatch_enabled\` tinyint(1) not null, \`dispatch_stopped\` tinyint(1) not null, \`dispatch_changed_at\` bigint null, \`dispatch_changed_by\` varchar(64) null, \`declared_by_sealed\` text not null, \`declared_at\` bigint not null, \`created_at\` bigint not null) default character set utf8mb4 collate utf8mb4_bin engine = InnoDB;`,
    );
    this.addSql(`alter table \`account\` add unique \`account_public_id_unique\` (\`public_id\`);`);
    this.addSql(`alter table \`account\` add unique \`account_webhook_key_unique\` (\`webhook_key\`);`);
    this.addSql(
      `alter table \`account\` add unique \`account_host_base_url_host_account_id_unique\` (\`host_base_url\`, \`host_account_id\`);`,
    );

    this.addSql(
      `create table \`api_key\` (\`id\` bigint unsigned not null auto_increment primary key, \`account_id\` bigint not null, \`public_id\` varchar(36) not null, \`name\` varchar(80) not null, \`prefix\` varchar(16) not null, \`secret_hash\` varchar(43) not null, \`scopes\` varchar(500) not null, \`created_by\` varchar(64) not null, \`created_at\` bigint not null, \`last_used_at\` bigint null, \`revoked_at\` bigint null) default character set utf8mb4 collate utf8mb4_bin engine = InnoDB;`,
    );
    this.addSql(`alter table \`api_key\` add unique \`api_key_account_id_public_id_unique\` (\`account_id\`, \`public_id\`);`);
    this.addSql(`alter table \`api_key\` add unique \`api_key_account_id_secret_hash_unique\` (\`account_id\`, \`secret_hash\`);`);

    this.addSql(
      `create table \`cadence_version\` (\`id\` bigint unsigned not null auto_increment primary key, \`account_id\` bigint not null, \`cadence_key\` varchar(64) not null, \`version\` int not null, \`steps\` text not null, \`published_at\` bigint not null) default character set utf8mb4 collate utf8mb4_bin engine = InnoDB;`,
    );
    this.addSql(`alter table \`cadence_version\` add unique \`cadence_version_once\` (\`account_id\`, \`cadence_key\`, \`version\`);`);

    this.addSql(
      `create table \`compliance_grant\` (\`id\` bigint unsigned not null auto_increment primary key, \`account_id\` bigint not null, \`host_user_id\` bigint not null, \`granted_at\` bigint not null, \`granted_by\` varchar(64) not null) default character set utf8mb4 collate utf8mb4_bin engine = InnoDB;`,
    );
    this.addSql(
      `alter table \`compliance_grant\` add unique \`compliance_grant_account_id_host_user_id_unique\` (\`account_id\`, \`host_user_id\`);`,
    );

    this.addSql(
      `create table \`contact_attempt\` (\`id\` bigint unsigned not null auto_increment primary key, \`account_id\` bigint not null, \`public_id\` varchar(36) not null, \`debtor_id\` bigint not null, \`channel\` varchar(16) not null, \`origin\` varchar(16) not null, \`purpose\` varchar(16) not null, \`at\` bigint not null, \`source_key\` varchar(64) not null, \`debt_ids\` text not null, \`counts\` tinyint(1) not null, \`confirms_opt_out\` tinyint(1) not null) default character set utf8mb4 collate utf8mb4_bin engine = InnoDB;`,
    );
    this.addSql(`alter table \`contact_attempt\` add index \`contact_attempt_debtor\` (\`account_id\`, \`debtor_id\`, \`at\`);`);
    this.addSql(`alter table \`contact_attempt\` add unique \`contact_attempt_source\` (\`account_id\`, \`source_key\`);`);

    this.addSql(
      `create table \`contact_point\` (\`id\` bigint unsigned not null auto_increment primary key, \`account_id\` bigint not null, \`public_id\` varchar(36) not null, \`debtor_id\` bigint not null, \`channel\` varchar(16) not null, \`value_sealed\` text not null, \`ending\` varchar(4) not null, \`consent\` varchar(16) not null, \`consent_source\` varchar(100) null, \`consent_on\` char(10) null, \`invalid_at\` bigint null, \`created_at\` bigint not null) default character set utf8mb4 collate utf8mb4_bin engine = InnoDB;`,
    );
    this.addSql(`alter table \`contact_point\` add index \`contact_point_debtor\` (\`account_id\`, \`debtor_id\`, \`channel\`);`);
    this.addSql(`alter table \`contact_point\` add unique \`contact_point_public\` (\`account_id\`, \`public_id\`);`);

    this.addSql(
      `create table \`data_key\` (\`id\` bigint unsigned not null auto_increment primary key, \`account_id\` bigint not null, \`subject\` varchar(16) not null, \`subject_id\` bigint not null, \`wrapped\` varchar(255) not null, \`created_at\` bigint not null) default character set utf8mb4 collate utf8mb4_bin engine = InnoDB;`,
    );
    this.addSql(
      `alter table \`data_key\` add unique \`data_key_account_id_subject_subject_id_unique\` (\`account_id\`, \`subject\`, \`subject_id\`);`,
    );

    this.addSql(
      `create table \`debtor_lookup\` (\`id\` bigint unsigned not null auto_increment primary key, \`account_id\` bigint not null, \`kind\` varchar(16) not null, \`hash\` varchar(43) not null, \`debtor_id\` bigint not null, \`contact_point_id\` bigint not null) default character set utf8mb4 collate utf8mb4_bin engine = InnoDB;`,
    );
    this.addSql(`alter table \`debtor_lookup\` add index \`debtor_lookup_debtor\` (\`account_id\`, \`debtor_id\`);`);
    this.addSql(
      `alter table \`debtor_lookup\` add unique \`debtor_lookup_hash\` (\`account_id\`, \`kind\`, \`hash\`, \`debtor_id\`, \`contact_point_id\`);`,
    );

    this.addSql(
      `create table \`debtor\` (\`id\` bigint unsigned not null auto_increment primary key, \`account_id\` bigint not null, \`public_id\` varchar(36) not null, \`external_id\` varchar(100) not null, \`kind\` varchar(16) not null, \`name_sealed\` text not null, \`document_sealed\` text null, \`language\` varchar(8) not null, \`country\` varchar(2) null, \`subdivision\` varchar(6) null, \`subdivisions\` text not null, \`zones\` text not null, \`ambiguous_number\` tinyint(1) not null, \`created_at\` bigint not null, \`updated_at\` bigint not null) default character set utf8mb4 collate utf8mb4_bin engine = InnoDB;`,
    );
    this.addSql(`alter table \`debtor\` add unique \`debtor_external\` (\`account_id\`, \`external_id\`);`);
    this.addSql(`alter table \`debtor\` add unique \`debtor_public\` (\`account_id\`, \`public_id\`);`);

    this.addSql(
      `create table \`debt\` (\`id\` bigint unsigned not null auto_increment primary key, \`account_id\` bigint not null, \`public_id\` varchar(36) not null, \`debtor_id\` bigint not null, \`source\` varchar(64) not null, \`reference\` varchar(100) not null, \`product\` varchar(100) null, \`principal_minor\` bigint not null, \`balance_minor\` bigint not null, \`reported_minor\` bigint not null, \`currency\` char(3) not null, \`due_date\` char(10) not null, \`status\` varchar(16) not null, \`created_at\` bigint not null, \`updated_at\` bigint not null) default character set utf8mb4 collate utf8mb4_bin engine = InnoDB;`,
    );
    this.addSql(`alter table \`debt\` add index \`debt_due\` (\`account_id\`, \`status\`, \`due_date\`);`);
    this.addSql(`alter table \`debt\` add index \`debt_debtor\` (\`account_id\`, \`debtor_id\`, \`status\`);`);
    this.addSql(`alter table \`debt\` add index \`debt_by_reference\` (\`account_id\`, \`reference\`);`);
    this.addSql(`alter table \`debt\` add unique \`debt_reference\` (\`account_id\`, \`source\`, \`reference\`);`);
    this.addSql(`alter table \`debt\` add unique \`debt_public\` (\`account_id\`, \`public_id\`);`);

    this.addSql(
      `create table \`escalation\` (\`id\` bigint unsigned not null auto_increment primary key, \`account_id\` bigint not null, \`public_id\` varchar(36) not null, \`debtor_id\` bigint null, \`conversation_id\` bigint not null, \`reason\` varchar(32) not null, \`opened_at\` bigint not null, \`waiting_since\` bigint not null, \`last_message_id\` bigint not null, \`answered_at\` bigint null, \`answered_by\` varchar(64) null, \`closed_at\` bigint null, \`open_slot\` int null, \`hold_id\` varchar(36) null) default character set utf8mb4 collate utf8mb4_bin engine = InnoDB;`,
    );
    this.addSql(
      `alter table \`escalation\` add index \`escalation_waiting\` (\`account_id\`, \`closed_at\`, \`answered_at\`, \`waiting_since\`);`,
    );
    this.addSql(`alter table \`escalation\` add index \`escalation_debtor\` (\`account_id\`, \`debtor_id\`);`);
    this.addSql(`alter table \`escalation\` add unique \`escalation_public\` (\`account_id\`, \`public_id\`);`);
    this.addSql(`alter table \`escalation\` add unique \`escalation_open\` (\`account_id\`, \`conversation_id\`, \`open_slot\`);`);

    this.addSql(
      `create table \`hold\` (\`id\` bigint unsigned not null auto_increment primary key, \`account_id\` bigint not null, \`public_id\` varchar(36) not null, \`debtor_id\` bigint not null, \`debt_id\` bigint null, \`reason\` varchar(32) not null, \`from_at\` bigint not null, \`until_at\` bigint null, \`released_at\` bigint null, \`actor\` varchar(64) not null, \`note_sealed\` text null) default character set utf8mb4 collate utf8mb4_bin engine = InnoDB;`,
    );
    this.addSql(`alter table \`hold\` add index \`hold_active\` (\`account_id\`, \`debtor_id\`, \`released_at\`, \`until_at\`);`);
    this.addSql(`alter table \`hold\` add unique \`hold_public\` (\`account_id\`, \`public_id\`);`);

    this.addSql(
      `create table \`host_action\` (\`id\` bigint unsigned not null auto_increment primary key, \`account_id\` bigint not null, \`public_id\` varchar(36) not null, \`case_id\` varchar(36) not null, \`debtor_id\` bigint null, \`conversation_id\` bigint not null, \`kind\` varchar(16) not null, \`reason\` varchar(32) not null, \`dedupe_key\` varchar(100) not null, \`after_message_id\` bigint not null, \`state\` varchar(16) not null, \`attempts\` int not null, \`due_at\` bigint not null, \`problem\` varchar(80) null, \`created_at\` bigint not null, \`ended_at\` bigint null) default character set utf8mb4 collate utf8mb4_bin engine = InnoDB;`,
    );
    this.addSql(`alter table \`host_action\` add index \`host_action_due\` (\`account_id\`, \`state\`, \`due_at\`);`);
    this.addSql(`alter table \`host_action\` add unique \`host_action_public\` (\`account_id\`, \`public_id\`);`);
    this.addSql(`alter table \`host_action\` add unique \`host_action_dedupe\` (\`account_id\`, \`dedupe_key\`);`);

    this.addSql(
      `create table \`host_conversation\` (\`id\` bigint unsigned not null auto_increment primary key, \`account_id\` bigint not null, \`debtor_id\` bigint not null, \`inbox_id\` bigint not null, \`contact_id\` bigint not null, \`conversation_id\` bigint not null, \`source_id_hash\` varchar(43) null, \`source_id_seen_at\` bigint null, \`status\` varchar(16) not null, \`last_inbound_at\` bigint null, \`last_message_id\` bigint not null, \`last_message_at\` bigint null, \`listed_id\` bigint not null, \`reread_from\` bigint null, \`known_since\` bigint not null, \`ensured_at\` bigint not null) default character set utf8mb4 collate utf8mb4_bin engine = InnoDB;`,
    );
    this.addSql(
      `alter table \`host_conversation\` add index \`host_conversation_account_id_debtor_id_index\` (\`account_id\`, \`debtor_id\`);`,
    );
    this.addSql(
      `alter table \`host_conversation\` add index \`host_conversation_account_id_contact_id_index\` (\`account_id\`, \`contact_id\`);`,
    );
    this.addSql(
      `alter table \`host_conversation\` add index \`host_conversation_account_id_reread_from_index\` (\`account_id\`, \`reread_from\`);`,
    );
    this.addSql(
      `alter table \`host_conversation\` add unique \`host_conversation_account_id_conversation_id_unique\` (\`account_id\`, \`conversation_id\`);`,
    );

    this.addSql(
      `create table \`host_cursor\` (\`id\` bigint unsigned not null auto_increment primary key, \`account_id\` bigint not null, \`polled_until\` bigint not null) default character set utf8mb4 collate utf8mb4_bin engine = InnoDB;`,
    );
    this.addSql(`alter table \`host_cursor\` add unique \`host_cursor_account_id_unique\` (\`account_id\`);`);

    this.addSql(
      `create table \`import_change\` (\`id\` bigint unsigned not null auto_increment primary key, \`account_id\` bigint not null, \`import_id\` bigint not null, \`kind\` varchar(16) not null, \`debt_id\` bigint not null, \`hold_id\` bigint not null) default character set utf8mb4 collate utf8mb4_bin engine = InnoDB;`,
    );
    this.addSql(`alter table \`import_change\` add index \`import_change_import\` (\`account_id\`, \`import_id\`, \`kind\`, \`id\`);`);

    this.addSql(
      `create table \`import_reject\` (\`id\` bigint unsigned not null auto_increment primary key, \`account_id\` bigint not null, \`public_id\` varchar(36) not null, \`import_id\` bigint not null, \`body_sealed\` longtext not null, \`created_at\` bigint not null) default character set utf8mb4 collate utf8mb4_bin engine = InnoDB;`,
    );
    this.addSql(`alter table \`import_reject\` add index \`import_reject_import\` (\`account_id\`, \`import_id\`);`);

    this.addSql(
      `create table \`inbound_message\` (\`id\` bigint unsigned not null auto_increment primary key, \`account_id\` bigint not null, \`host_message_id\` bigint not null, \`conversation_id\` bigint not null, \`debtor_id\` bigint null, \`body_sealed\` text null, \`intent\` varchar(32) not null, \`in_reply_to\` bigint null, \`ref\` varchar(36) null, \`received_at\` bigint not null, \`handled_at\` bigint not null) default character set utf8mb4 collate utf8mb4_bin engine = InnoDB;`,
    );
    this.addSql(`alter table \`inbound_message\` add index \`inbound_message_debtor\` (\`account_id\`, \`debtor_id\`, \`received_at\`);`);
    this.addSql(
      `alter table \`inbound_message\` add index \`inbound_message_conversation\` (\`account_id\`, \`conversation_id\`, \`received_at\`);`,
    );
    this.addSql(`alter table \`inbound_message\` add unique \`inbound_message_host\` (\`account_id\`, \`host_message_id\`);`);

    this.addSql(
      `create table \`job_run\` (\`id\` bigint unsigned not null auto_increment primary key, \`name\` varchar(64) not null, \`slot\` bigint not null, \`started_at\` bigint not null, \`finished_at\` bigint null, \`error\` varchar(255) null) default character set utf8mb4 collate utf8mb4_bin engine = InnoDB;`,
    );
    this.addSql(`alter table \`job_run\` add unique \`job_run_name_slot_unique\` (\`name\`, \`slot\`);`);

    this.addSql(
      `create table \`journal_checkpoint\` (\`account_id\` bigint unsigned not null, \`seq\` bigint unsigned not null, \`head\` char(64) not null, \`root\` char(64) not null, \`peaks\` text not null, \`signed_at\` bigint not null, \`public_key\` varchar(128) not null, \`signature\` varchar(128) not null, \`published\` tinyint(1) not null, primary key (\`account_id\`, \`seq\`)) default character set utf8mb4 collate utf8mb4_bin engine = InnoDB;`,
    );

    this.addSql(
      `create table \`journal_head\` (\`account_id\` bigint unsigned not null, \`account_public_id\` varchar(36) not null, \`seq\` bigint not null, \`hash\` char(64) not null, primary key (\`account_id\`)) default character set utf8mb4 collate utf8mb4_bin engine = InnoDB;`,
    );

    this.addSql(
      `create table \`journal_record\` (\`account_id\` bigint unsigned not null, \`seq\` bigint unsigned not null, \`record_id\` varchar(36) not null, \`type\` varchar(64) not null, \`version\` int not null, \`at\` bigint not null, \`recorded_at\` bigint not null, \`actor\` varchar(64) not null, \`debtor_id\` bigint null, \`debtor_public_id\` varchar(36) null, \`payload\` mediumtext not null, \`personal_sealed\` mediumtext null, \`salt_sealed\` varchar(255) null, \`commitment\` char(64) null, \`prev_hash\` char(64) not null, \`hash\` char(64) not null, primary key (\`account_id\`, \`seq\`)) default character set utf8mb4 collate utf8mb4_bin engine = InnoDB;`,
    );
    this.addSql(
      `alter table \`journal_record\` add index \`journal_record_account_id_debtor_id_seq_index\` (\`account_id\`, \`debtor_id\`, \`seq\`);`,
    );
    this.addSql(
      `alter table \`journal_record\` add index \`journal_record_account_id_type_seq_index\` (\`account_id\`, \`type\`, \`seq\`);`,
    );
    this.addSql(
      `alter table \`journal_record\` add unique \`journal_record_account_id_record_id_unique\` (\`account_id\`, \`record_id\`);`,
    );

    this.addSql(
      `create table \`ledger_entry\` (\`id\` bigint unsigned not null auto_increment primary key, \`account_id\` bigint not null, \`public_id\` varchar(36) not null, \`debt_id\` bigint not null, \`kind\` varchar(16) not null, \`amount_minor\` bigint not null, \`currency\` char(3) not null, \`value_date\` char(10) not null, \`payment_id\` bigint null, \`created_at\` bigint not null) default character set utf8mb4 collate utf8mb4_bin engine = InnoDB;`,
    );
    this.addSql(`alter table \`ledger_entry\` add index \`ledger_entry_debt\` (\`account_id\`, \`debt_id\`);`);
    this.addSql(`alter table \`ledger_entry\` add index \`ledger_entry_payment\` (\`account_id\`, \`payment_id\`);`);
    this.addSql(`alter table \`ledger_entry\` add unique \`ledger_entry_public\` (\`account_id\`, \`public_id\`);`);

    this.addSql(
      `create table \`message_debt\` (\`id\` bigint unsigned not null auto_increment primary key, \`account_id\` bigint not null, \`message_id\` bigint not null, \`debt_id\` bigint not null) default character set utf8mb4 collate utf8mb4_bin engine = InnoDB;`,
    );
    this.addSql(`alter table \`message_debt\` add index \`message_debt_debt\` (\`account_id\`, \`debt_id\`);`);
    this.addSql(`alter table \`message_debt\` add unique \`message_debt_pair\` (\`account_id\`, \`message_id\`, \`debt_id\`);`);

    this.addSql(
      `create table \`message_status\` (\`id\` bigint unsigned not null auto_increment primary key, \`account_id\` bigint not null, \`ref\` varchar(36) not null, \`host_message_id\` bigint not null, \`status\` varchar(16) not null, \`received_at\` bigint not null) default character set utf8mb4 collate utf8mb4_bin engine = InnoDB;`,
    );
    this.addSql(
      `alter table \`message_status\` add unique \`message_status_once\` (\`account_id\`, \`ref\`, \`host_message_id\`, \`status\`);`,
    );

    this.addSql(
      `create table \`opt_out\` (\`id\` bigint unsigned not null auto_increment primary key, \`account_id\` bigint not null, \`public_id\` varchar(36) not null, \`debtor_id\` bigint not null, \`channel\` varchar(16) not null, \`at\` bigint not null, \`ended_at\` bigint null, \`source\` varchar(32) not null) default character set utf8mb4 collate utf8mb4_bin engine = InnoDB;`,
    );
    this.addSql(`alter table \`opt_out\` add index \`opt_out_debtor\` (\`account_id\`, \`debtor_id\`);`);

    this.addSql(
      `create table \`outbox_message\` (\`id\` bigint unsigned not null auto_increment primary key, \`account_id\` bigint not null, \`ref\` varchar(36) null, \`debtor_id\` bigint not null, \`channel\` varchar(16) not null, \`kind\` varchar(16) not null, \`dedupe_key\` varchar(190) not null, \`step_id\` varchar(64) not null, \`anchor_date\` varchar(10) null, \`cadence_version\` int null, \`planned_on\` varchar(10) not null, \`template\` varchar(80) not null, \`language\` varchar(8) not null, \`template_version\` varchar(32) not null, \`state\` varchar(16) not null, \`reason\` varchar(80) null, \`not_before\` bigint not null, \`not_after\` bigint not null, \`attempt_no\` int not null, \`fence\` int not null, \`owner\` varchar(40) null, \`deadline_at\` bigint null, \`conversation_id\` bigint null, \`high_water_mark\` bigint null, \`settle_at\` bigint null, \`looks\` int not null, \`host_message_id\` bigint null, \`body_sealed\` text null, \`body_hash\` varchar(64) null, \`variables_sealed\` text null, \`verdict\` varchar(16) null, \`verdict_rule\` varchar(80) null, \`error_code\` varchar(32) null, \`planned_at\` bigint not null, \`intent_at\` bigint null, \`accepted_at\` bigint null, \`at_whatsapp_at\` bigint null, \`delivered_at\` bigint null, \`read_at\` bigint null, \`failed_at\` bigint null, \`answered_at\` bigint null, \`ended_at\` bigint null) default character set utf8mb4 collate utf8mb4_bin engine = InnoDB;`,
    );
    this.addSql(`alter table \`outbox_message\` add index \`outbox_message_due\` (\`account_id\`, \`state\`, \`not_before\`, \`id\`);`);
    this.addSql(`alter table \`outbox_message\` add index \`outbox_message_settle\` (\`account_id\`, \`state\`, \`settle_at\`);`);
    this.addSql(`alter table \`outbox_message\` add index \`outbox_message_debtor\` (\`account_id\`, \`debtor_id\`, \`planned_on\`);`);
    this.addSql(`alter table \`outbox_message\` add index \`outbox_message_day\` (\`account_id\`, \`planned_on\`, \`state\`);`);
    this.addSql(`alter table \`outbox_message\` add index \`outbox_message_host\` (\`account_id\`, \`host_message_id\`);`);
    this.addSql(`alter table \`outbox_message\` add unique \`outbox_message_dedupe\` (\`account_id\`, \`dedupe_key\`);`);
    this.addSql(`alter table \`outbox_message\` add unique \`outbox_message_ref\` (\`account_id\`, \`ref\`);`);

    this.addSql(
      `create table \`payment\` (\`id\` bigint unsigned not null auto_increment primary key, \`account_id\` bigint not null, \`public_id\` varchar(36) not null, \`source\` varchar(16) not null, \`external_id\` varchar(100) not null, \`claimed_reference\` varchar(100) null, \`claimed_debtor\` varchar(100) null, \`debtor_id\` bigint null, \`debt_id\` bigint null, \`amount_minor\` bigint not null, \`unallocated_minor\` bigint not null, \`currency\` char(3) not null, \`value_date\` char(10) not null, \`status\` varchar(16) not null, \`note_sealed\` text null, \`received_at\` bigint not null) default character set utf8mb4 collate utf8mb4_bin engine = InnoDB;`,
    );
    this.addSql(`alter table \`payment\` add index \`payment_debtor\` (\`account_id\`, \`debtor_id\`);`);
    this.addSql(`alter table \`payment\` add index \`payment_status\` (\`account_id\`, \`status\`, \`received_at\`);`);
    this.addSql(`alter table \`payment\` add unique \`payment_external\` (\`account_id\`, \`external_id\`);`);
    this.addSql(`alter table \`payment\` add unique \`payment_public\` (\`account_id\`, \`public_id\`);`);

    this.addSql(
      `create table \`portfolio_import\` (\`id\` bigint unsigned not null auto_increment primary key, \`account_id\` bigint not null, \`public_id\` varchar(36) not null, \`kind\` varchar(16) not null, \`mode\` varchar(16) not null, \`file_name_sealed\` text not null, \`status\` varchar(16) not null, \`slot\` int null, \`heartbeat_at\` bigint not null, \`row_count\` int not null, \`created\` int not null, \`updated\` int not null, \`unchanged\` int not null, \`rejected\` int not null, \`held\` int not null, \`released\` int not null, \`started_at\` bigint not null, \`finished_at\` bigint null, \`actor\` varchar(64) not null) default character set utf8mb4 collate utf8mb4_bin engine = InnoDB;`,
    );
    this.addSql(`alter table \`portfolio_import\` add unique \`portfolio_import_public\` (\`account_id\`, \`public_id\`);`);
    this.addSql(`alter table \`portfolio_import\` add unique \`portfolio_import_slot\` (\`account_id\`, \`slot\`);`);

    this.addSql(
      `create table \`session\` (\`id\` bigint unsigned not null auto_increment primary key, \`account_id\` bigint not null, \`public_id\` varchar(36) not null, \`token_hash\` varchar(43) not null, \`host_user_id\` bigint not null, \`name_sealed\` text not null, \`host_role\` varchar(16) not null, \`verified_at\` bigint not null, \`created_at\` bigint not null, \`expires_at\` bigint not null, \`ended_at\` bigint null) default character set utf8mb4 collate utf8mb4_bin engine = InnoDB;`,
    );
    this.addSql(`alter table \`session\` add index \`session_account_id_expires_at_index\` (\`account_id\`, \`expires_at\`);`);
    this.addSql(`alter table \`session\` add unique \`session_account_id_token_hash_unique\` (\`account_id\`, \`token_hash\`);`);

    this.addSql(
      `create table \`setup_code\` (\`id\` bigint unsigned not null auto_increment primary key, \`code_hash\` varchar(43) not null, \`created_at\` bigint not null, \`expires_at\` bigint not null, \`used_at\` bigint null) default character set utf8mb4 collate utf8mb4_bin engine = InnoDB;`,
    );
    this.addSql(`alter table \`setup_code\` add unique \`setup_code_code_hash_unique\` (\`code_hash\`);`);

    this.addSql(
      `create table \`sign_in_attempt\` (\`id\` bigint unsigned not null auto_increment primary key, \`account_id\` bigint not null, \`address_hash\` varchar(43) not null, \`at\` bigint not null) default character set utf8mb4 collate utf8mb4_bin engine = InnoDB;`,
    );
    this.addSql(
      `alter table \`sign_in_attempt\` add index \`sign_in_attempt_account_id_address_hash_at_index\` (\`account_id\`, \`address_hash\`, \`at\`);`,
    );

    this.addSql(
      `create table \`template_status\` (\`id\` bigint unsigned not null auto_increment primary key, \`account_id\` bigint not null, \`name\` varchar(120) not null, \`language\` varchar(16) not null, \`status\` varchar(32) not null, \`category\` varchar(32) not null, \`blocked_by\` varchar(32) null, \`changed_at\` bigint not null, \`seen_at\` bigint not null) default character set utf8mb4 collate utf8mb4_bin engine = InnoDB;`,
    );
    this.addSql(`alter table \`template_status\` add unique \`template_status_once\` (\`account_id\`, \`name\`, \`language\`);`);

    this.addSql(
      `create table \`webhook_delivery\` (\`id\` bigint unsigned not null auto_increment primary key, \`account_id\` bigint not null, \`dedupe_key\` varchar(64) not null, \`event\` varchar(64) not null, \`body_sealed\` mediumtext null, \`received_at\` bigint not null, \`processed_at\` bigint null, \`attempts\` int not null, \`due_at\` bigint null, \`problem\` varchar(64) null) default character set utf8mb4 collate utf8mb4_bin engine = InnoDB;`,
    );
    this.addSql(`alter table \`webhook_delivery\` add index \`webhook_delivery_account_id_due_at_index\` (\`account_id\`, \`due_at\`);`);
    this.addSql(
      `alter table \`webhook_delivery\` add index \`webhook_delivery_account_id_received_at_index\` (\`account_id\`, \`received_at\`);`,
    );
    this.addSql(
      `alter table \`webhook_delivery\` add unique \`webhook_delivery_account_id_dedupe_key_unique\` (\`account_id\`, \`dedupe_key\`);`,
    );
  }

  override down(): void | Promise<void> {
    this.addSql(`drop table if exists \`account\`;`);
    this.addSql(`drop table if exists \`api_key\`;`);
    this.addSql(`drop table if exists \`cadence_version\`;`);
    this.addSql(`drop table if exists \`compliance_grant\`;`);
    this.addSql(`drop table if exists \`contact_attempt\`;`);
    this.addSql(`drop table if exists \`contact_point\`;`);
    this.addSql(`drop table if exists \`data_key\`;`);
    this.addSql(`drop table if exists \`debtor_lookup\`;`);
    this.addSql(`drop table if exists \`debtor\`;`);
    this.addSql(`drop table if exists \`debt\`;`);
    this.addSql(`drop table if exists \`escalation\`;`);
    this.addSql(`drop table if exists \`hold\`;`);
    this.addSql(`drop table if exists \`host_action\`;`);
    this.addSql(`drop table if exists \`host_conversation\`;`);
    this.addSql(`drop table if exists \`host_cursor\`;`);
    this.addSql(`drop table if exists \`import_change\`;`);
    this.addSql(`drop table if exists \`import_reject\`;`);
    this.addSql(`drop table if exists \`inbound_message\`;`);
    this.addSql(`drop table if exists \`job_run\`;`);
    this.addSql(`drop table if exists \`journal_checkpoint\`;`);
    this.addSql(`drop table if exists \`journal_head\`;`);
    this.addSql(`drop table if exists \`journal_record\`;`);
    this.addSql(`drop table if exists \`ledger_entry\`;`);
    this.addSql(`drop table if exists \`message_debt\`;`);
    this.addSql(`drop table if exists \`message_status\`;`);
    this.addSql(`drop table if exists \`opt_out\`;`);
    this.addSql(`drop table if exists \`outbox_message\`;`);
    this.addSql(`drop table if exists \`payment\`;`);
    this.addSql(`drop table if exists \`portfolio_import\`;`);
    this.addSql(`drop table if exists \`session\`;`);
    this.addSql(`drop table if exists \`setup_code\`;`);
    this.addSql(`drop table if exists \`sign_in_attempt\`;`);
    this.addSql(`drop table if exists \`template_status\`;`);
    this.addSql(`drop table if exists \`webhook_delivery\`;`);
  }
}
