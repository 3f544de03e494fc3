import { Migration } from "@mikro-orm/migrations";

export class Migration20261122143049_initial extends Migration {
  override name = "Migration20261122143049_initial";

  override up(): void | Promise<void> {
    this.addSql(
      `create table \`account\` (\`id\` integer not null primary key autoincrement, \`public_id\` text not null, \`name\` text not null, \`host_base_url\` text not null, \`host_account_id\` bigint not null, \`token_sealed\` text not null, \`sender_token_sealed\` text null, \`inbox_id\` bigint not null, \`inbox_name\` text not null, \`webhook_key\` text not null, \`webhook_secret_sealed\` text null, \`host_webhook_id\` bigint null, \`team_id\` bigint null, \`label\` text not null, \`locale\` text not null, \`zone\` text not null, \`creditor_name\` text not null, \`payment_url\` text not null, \`dispatch_enabled\` integer not null, \`dispatch_stopped\` integer not null, \`dispatch_changed_at\` bigint null, \`dispatch_changed_by\` text null, \`declared_by_sealed\` text not null, \`declared_at\` bigint not null, \`created_at\` bigint not null);`,
    );
    this.addSql(`create unique index \`account_public_id_unique\` on \`account\` (\`public_id\`);`);
    this.addSql(`create unique index \`account_webhook_key_unique\` on \`account\` (\`webhook_key\`);`);
    this.addSql(
      `create unique index \`account_host_base_url_host_account_id_unique\` on \`account\` (\`host_base_url\`, \`host_account_id\`);`,
    );

    this.addSql(
      `create table \`api_key\` (\`id\` integer not null primary key autoincrement, \`account_id\` bigint not null, \`public_id\` text not null, \`name\` text not null, \`prefix\` text not null, \`secret_hash\` text not null, \`scopes\` text not null, \`created_by\` text not null, \`created_at\` bigint not null, \`last_used_at\` bigint null, \`revoked_at\` bigint null);`,
    );
    this.addSql(`create unique index \`api_key_account_id_public_id_unique\` on \`api_key\` (\`account_id\`, \`public_id\`);`);
    this.addSql(`create unique index \`api_key_account_id_secret_hash_unique\` on \`api_key\` (\`account_id\`, \`secret_hash\`);`);

    this.addSql(
      `create table \`cadence_version\` (\`id\` integer not null primary key autoincrement, \`account_id\` bigint not null, \`cadence_key\` text not null, \`version\` integer not null, \`steps\` text not null, \`published_at\` bigint not null);`,
    );
    this.addSql(`create unique index \`cadence_version_once\` on \`cadence_version\` (\`account_id\`, \`cadence_key\`, \`version\`);`);

    this.addSql(
      `create table \`compliance_grant\` (\`id\` integer not null primary key autoincrement, \`account_id\` bigint not null, \`host_user_id\` bigint not null, \`granted_at\` bigint not null, \`granted_by\` text not null);`,
    );
    this.addSql(
      `create unique index \`compliance_grant_account_id_host_user_id_unique\` on \`compliance_grant\` (\`account_id\`, \`host_user_id\`);`,
    );

    this.addSql(
      `create table \`contact_attempt\` (\`id\` integer not null primary key autoincrement, \`account_id\` bigint not null, \`public_id\` text not null, \`debtor_id\` bigint not null, \`channel\` text not null, \`origin\` text not null, \`purpose\` text not null, \`at\` bigint not null, \`source_key\` text not null, \`debt_ids\` text not null, \`counts\` integer not null, \`confirms_opt_out\` integer not null);`,
    );
    this.addSql(`create index \`contact_attempt_debtor\` on \`contact_attempt\` (\`account_id\`, \`debtor_id\`, \`at\`);`);
    this.addSql(`create unique index \`contact_attempt_source\` on \`contact_attempt\` (\`account_id\`, \`source_key\`);`);

    this.addSql(
      `create table \`contact_point\` (\`id\` integer not null primary key autoincrement, \`account_id\` bigint not null, \`public_id\` text not null, \`debtor_id\` bigint not null, \`channel\` text not null, \`value_sealed\` text not null, \`ending\` text not null, \`consent\` text not null, \`consent_source\` text null, \`consent_on\` char(10) null, \`invalid_at\` bigint null, \`created_at\` bigint not null);`,
    );
    this.addSql(`create index \`contact_point_debtor\` on \`contact_point\` (\`account_id\`, \`debtor_id\`, \`channel\`);`);
    this.addSql(`create unique index \`contact_point_public\` on \`contact_point\` (\`account_id\`, \`public_id\`);`);

    this.addSql(
      `create table \`data_key\` (\`id\` integer not null primary key autoincrement, \`account_id\` bigint not null, \`subject\` text not null, \`subject_id\` bigint not null, \`wrapped\` text not null, \`created_at\` bigint not null);`,
    );
    this.addSql(
      `create unique index \`data_key_account_id_subject_subject_id_unique\` on \`data_key\` (\`account_id\`, \`subject\`, \`subject_id\`);`,
    );

    this.addSql(
      `create table \`debtor_lookup\` (\`id\` integer not null primary key autoincrement, \`account_id\` bigint not null, \`kind\` text not null, \`hash\` text not null, \`debtor_id\` bigint not null, \`contact_point_id\` bigint not null);`,
    );
    this.addSql(`create index \`debtor_lookup_debtor\` on \`debtor_lookup\` (\`account_id\`, \`debtor_id\`);`);
    this.addSql(
      `create unique index \`debtor_lookup_hash\` on \`debtor_lookup\` (\`account_id\`, \`kind\`, \`hash\`, \`debtor_id\`, \`contact_point_id\`);`,
    );

    this.addSql(
      `create table \`debtor\` (\`id\` integer not null primary key autoincrement, \`account_id\` bigint not null, \`public_id\` text not null, \`external_id\` text not null, \`kind\` text not null, \`name_sealed\` text not null, \`document_sealed\` text null, \`language\` text not null, \`country\` text null, \`subdivision\` text null, \`subdivisions\` text not null, \`zones\` text not null, \`ambiguous_number\` integer not null, \`created_at\` bigint not null, \`updated_at\` bigint not null);`,
    );
    this.addSql(`create unique index \`debtor_external\` on \`debtor\` (\`account_id\`, \`external_id\`);`);
    this.addSql(`create unique index \`debtor_public\` on \`debtor\` (\`account_id\`, \`public_id\`);`);

    this.addSql(
      `create table \`debt\` (\`id\` integer not null primary key autoincrement, \`account_id\` bigint not null, \`public_id\` text not null, \`debtor_id\` bigint not null, \`source\` text not null, \`reference\` text not null, \`product\` text null, \`principal_minor\` bigint not null, \`balance_minor\` bigint not null, \`reported_minor\` bigint not null, \`currency\` char(3) not null, \`due_date\` char(10) not null, \`status\` text not null, \`created_at\` bigint not null, \`updated_at\` bigint not null);`,
    );
    this.addSql(`create index \`debt_due\` on \`debt\` (\`account_id\`, \`status\`, \`due_date\`);`);
    this.addSql(`create index \`debt_debtor\` on \`debt\` (\`account_id\`, \`debtor_id\`, \`status\`);`);
    this.addSql(`create index \`debt_by_reference\` on \`debt\` (\`account_id\`, \`reference\`);`);
    this.addSql(`create unique index \`debt_reference\` on \`debt\` (\`account_id\`, \`source\`, \`reference\`);`);
    this.addSql(`create unique index \`debt_public\` on \`debt\` (\`account_id\`, \`public_id\`);`);

    this.addSql(
      `create table \`escalation\` (\`id\` integer not null primary key autoincrement, \`account_id\` bigint not null, \`public_id\` text not null, \`debtor_id\` bigint null, \`conversation_id\` bigint not null, \`reason\` text not null, \`opened_at\` bigint not null, \`waiting_since\` bigint not null, \`last_message_id\` bigint not null, \`answered_at\` bigint null, \`answered_by\` text null, \`closed_at\` bigint null, \`open_slot\` integer null, \`hold_id\` text null);`,
    );
    this.addSql(
      `create index \`escalation_waiting\` on \`escalation\` (\`account_id\`, \`closed_at\`, \`answered_at\`, \`waiting_since\`);`,
    );
    this.addSql(`create index \`escalation_debtor\` on \`escalation\` (\`account_id\`, \`debtor_id\`);`);
    this.addSql(`create unique index \`escalation_public\` on \`escalation\` (\`account_id\`, \`public_id\`);`);
    this.addSql(`create unique index \`escalation_open\` on \`escalation\` (\`account_id\`, \`conversation_id\`, \`open_slot\`);`);

    this.addSql(
      `create table \`hold\` (\`id\` integer not null primary key autoincrement, \`account_id\` bigint not null, \`public_id\` text not null, \`debtor_id\` bigint not null, \`debt_id\` bigint null, \`reason\` text not null, \`from_at\` bigint not null, \`until_at\` bigint null, \`released_at\` bigint null, \`actor\` text not null, \`note_sealed\` text null);`,
    );
    this.addSql(`create index \`hold_active\` on \`hold\` (\`account_id\`, \`debtor_id\`, \`released_at\`, \`until_at\`);`);
    this.addSql(`create unique index \`hold_public\` on \`hold\` (\`account_id\`, \`public_id\`);`);

    this.addSql(
      `create table \`host_action\` (\`id\` integer not null primary key autoincrement, \`account_id\` bigint not null, \`public_id\` text not null, \`case_id\` text not null, \`debtor_id\` bigint null, \`conversation_id\` bigint not null, \`kind\` text not null, \`reason\` text not null, \`dedupe_key\` text not null, \`after_message_id\` bigint not null, \`state\` text not null, \`attempts\` integer not null, \`due_at\` bigint not null, \`problem\` text null, \`created_at\` bigint not null, \`ended_at\` bigint null);`,
    );
    this.addSql(`create index \`host_action_due\` on \`host_action\` (\`account_id\`, \`state\`, \`due_at\`);`);
    this.addSql(`create unique index \`host_action_public\` on \`host_action\` (\`account_id\`, \`public_id\`);`);
    this.addSql(`create unique index \`host_action_dedupe\` on \`host_action\` (\`account_id\`, \`dedupe_key\`);`);

    this.addSql(
      `create table \`host_conversation\` (\`id\` integer not null primary key autoincrement, \`account_id\` bigint not null, \`debtor_id\` bigint not null, \`inbox_id\` bigint not null, \`contact_id\` bigint not null, \`conversation_id\` bigint not null, \`source_id_hash\` text null, \`source_id_seen_at\` bigint null, \`status\` text not null, \`last_inbound_at\` bigint null, \`last_message_id\` bigint not null, \`last_message_at\` bigint null, \`listed_id\` bigint not null, \`reread_from\` bigint null, \`known_since\` bigint not null, \`ensured_at\` bigint not null);`,
    );
    this.addSql(`create index \`host_conversation_account_id_debtor_id_index\` on \`host_conversation\` (\`account_id\`, \`debtor_id\`);`);
    this.addSql(
      `create index \`host_conversation_account_id_contact_id_index\` on \`host_conversation\` (\`account_id\`, \`contact_id\`);`,
    );
    this.addSql(
      `create index \`host_conversation_account_id_reread_from_index\` on \`host_conversation\` (\`account_id\`, \`reread_from\`);`,
    );
    this.addSql(
      `create unique index \`host_conversation_account_id_conversation_id_unique\` on \`host_conversation\` (\`account_id\`, \`conversation_id\`);`,
    );

    this.addSql(
      `create table \`host_cursor\` (\`id\` integer not null primary key autoincrement, \`account_id\` bigint not null, \`polled_until\` bigint not null);`,
    );
    this.addSql(`create unique index \`host_cursor_account_id_unique\` on \`host_cursor\` (\`account_id\`);`);

    this.addSql(
      `create table \`import_change\` (\`id\` integer not null primary key autoincrement, \`account_id\` bigint not null, \`import_id\` bigint not null, \`kind\` text not null, \`debt_id\` bigint not null, \`hold_id\` bigint not null);`,
    );
    this.addSql(`create index \`import_change_import\` on \`import_change\` (\`account_id\`, \`import_id\`, \`kind\`, \`id\`);`);

    this.addSql(
      `create table \`import_reject\` (\`id\` integer not null primary key autoincrement, \`account_id\` bigint not null, \`public_id\` text not null, \`import_id\` bigint not null, \`body_sealed\` longtext not null, \`created_at\` bigint not null);`,
    );
    this.addSql(`create index \`import_reject_import\` on \`import_reject\` (\`account_id\`, \`import_id\`);`);

    this.addSql(
      `create table \`inbound_message\` (\`id\` integer not null primary key autoincrement, \`account_id\` bigint not null, \`host_message_id\` bigint not null, \`conversation_id\` bigint not null, \`debtor_id\` bigint null, \`body_sealed\` text null, \`intent\` text not null, \`in_reply_to\` bigint null, \`ref\` text null, \`received_at\` bigint not null, \`handled_at\` bigint not null);`,
    );
    this.addSql(`create index \`inbound_message_debtor\` on \`inbound_message\` (\`account_id\`, \`debtor_id\`, \`received_at\`);`);
    this.addSql(
      `create index \`inbound_message_conversation\` on \`inbound_message\` (\`account_id\`, \`conversation_id\`, \`received_at\`);`,
    );
    this.addSql(`create unique index \`inbound_message_host\` on \`inbound_message\` (\`account_id\`, \`host_message_id\`);`);

    this.addSql(
      `create table \`job_run\` (\`id\` integer not null primary key autoincrement, \`name\` text not null, \`slot\` bigint not null, \`started_at\` bigint not null, \`finished_at\` bigint null, \`error\` text null);`,
    );
    this.addSql(`create unique index \`job_run_name_slot_unique\` on \`job_run\` (\`name\`, \`slot\`);`);

    this.addSql(
      `create table \`journal_checkpoint\` (\`account_id\` bigint not null, \`seq\` bigint not null, \`head\` char(64) not null, \`root\` char(64) not null, \`peaks\` text not null, \`signed_at\` bigint not null, \`public_key\` text not null, \`signature\` text not null, \`published\` integer not null, primary key (\`account_id\`, \`seq\`));`,
    );

    this.addSql(
      `create table \`journal_head\` (\`account_id\` bigint not null primary key, \`account_public_id\` text not null, \`seq\` bigint not null, \`hash\` char(64) not null);`,
    );

    this.addSql(
      `create table \`journal_record\` (\`account_id\` bigint not null, \`seq\` bigint not null, \`record_id\` text not null, \`type\` text not null, \`version\` integer not null, \`at\` bigint not null, \`recorded_at\` bigint not null, \`actor\` text not null, \`debtor_id\` bigint null, \`debtor_public_id\` text null, \`payload\` mediumtext not null, \`personal_sealed\` mediumtext null, \`salt_sealed\` text null, \`commitment\` char(64) null, \`prev_hash\` char(64) not null, \`hash\` char(64) not null, primary key (\`account_id\`, \`seq\`));`,
    );
    this.addSql(
      `create index \`journal_record_account_id_debtor_id_seq_index\` on \`journal_record\` (\`account_id\`, \`debtor_id\`, \`seq\`);`,
    );
    this.addSql(`create index \`journal_record_account_id_type_seq_index\` on \`journal_record\` (\`account_id\`, \`type\`, \`seq\`);`);
    this.addSql(
      `create unique index \`journal_record_account_id_record_id_unique\` on \`journal_record\` (\`account_id\`, \`record_id\`);`,
    );

    this.addSql(
      `create table \`ledger_entry\` (\`id\` integer not null primary key autoincrement, \`account_id\` bigint not null, \`public_id\` text not null, \`debt_id\` bigint not null, \`kind\` text not null, \`amount_minor\` bigint not null, \`currency\` char(3) not null, \`value_date\` char(10) not null, \`payment_id\` bigint null, \`created_at\` bigint not null);`,
    );
    this.addSql(`create index \`ledger_entry_debt\` on \`ledger_entry\` (\`account_id\`, \`debt_id\`);`);
    this.addSql(`create index \`ledger_entry_payment\` on \`ledger_entry\` (\`account_id\`, \`payment_id\`);`);
    this.addSql(`create unique index \`ledger_entry_public\` on \`ledger_entry\` (\`account_id\`, \`public_id\`);`);

    this.addSql(
      `create table \`message_debt\` (\`id\` integer not null primary key autoincrement, \`account_id\` bigint not null, \`message_id\` bigint not null, \`debt_id\` bigint not null);`,
    );
    this.addSql(`create index \`message_debt_debt\` on \`message_debt\` (\`account_id\`, \`debt_id\`);`);
    this.addSql(`create unique index \`message_debt_pair\` on \`message_debt\` (\`account_id\`, \`message_id\`, \`debt_id\`);`);

    this.addSql(
      `create table \`message_status\` (\`id\` integer not null primary key autoincrement, \`account_id\` bigint not null, \`ref\` text not null, \`host_message_id\` bigint not null, \`status\` text not null, \`received_at\` bigint not null);`,
    );
    this.addSql(
      `create unique index \`message_status_once\` on \`message_status\` (\`account_id\`, \`ref\`, \`host_message_id\`, \`status\`);`,
    );

    this.addSql(
      `create table \`opt_out\` (\`id\` integer not null primary key autoincrement, \`account_id\` bigint not null, \`public_id\` text not null, \`debtor_id\` bigint not null, \`channel\` text not null, \`at\` bigint not null, \`ended_at\` bigint null, \`source\` text not null);`,
    );
    this.addSql(`create index \`opt_out_debtor\` on \`opt_out\` (\`account_id\`, \`debtor_id\`);`);

    this.addSql(
      `create table \`outbox_message\` (\`id\` integer not null primary key autoincrement, \`account_id\` bigint not null, \`ref\` text null, \`debtor_id\` bigint not null, \`channel\` text not null, \`kind\` text not null, \`dedupe_key\` text not null, \`step_id\` text not null, \`anchor_date\` text null, \`cadence_version\` integer null, \`planned_on\` text not null, \`template\` text not null, \`language\` text not null, \`template_version\` text not null, \`state\` text not null, \`reason\` text null, \`not_before\` bigint not null, \`not_after\` bigint not null, \`attempt_no\` integer not null, \`fence\` integer not null, \`owner\` text null, \`deadline_at\` bigint null, \`conversation_id\` bigint null, \`high_water_mark\` bigint null, \`settle_at\` bigint null, \`looks\` integer not null, \`host_message_id\` bigint null, \`body_sealed\` text null, \`body_hash\` text null, \`variables_sealed\` text null, \`verdict\` text null, \`verdict_rule\` text null, \`error_code\` text null, \`planned_at\` bigint not null, \`intent_at\` bigint null, \`accepted_at\` bigint null, \`at_whatsapp_at\` bigint null, \`delivered_at\` bigint null, \`read_at\` bigint null, \`failed_at\` bigint null, \`answered_at\` bigint null, \`ended_at\` bigint null);`,
    );
    this.addSql(`create index \`outbox_message_due\` on \`outbox_message\` (\`account_id\`, \`state\`, \`not_before\`, \`id\`);`);
    this.addSql(`create index \`outbox_message_settle\` on \`outbox_message\` (\`account_id\`, \`state\`, \`settle_at\`);`);
    this.addSql(`create index \`outbox_message_debtor\` on \`outbox_message\` (\`account_id\`, \`debtor_id\`, \`planned_on\`);`);
    this.addSql(`create index \`outbox_message_day\` on \`outbox_message\` (\`account_id\`, \`planned_on\`, \`state\`);`);
    this.addSql(`create index \`outbox_message_host\` on \`outbox_message\` (\`account_id\`, \`host_message_id\`);`);
    this.addSql(`create unique index \`outbox_message_dedupe\` on \`outbox_message\` (\`account_id\`, \`dedupe_key\`);`);
    this.addSql(`create unique index \`outbox_message_ref\` on \`outbox_message\` (\`account_id\`, \`ref\`);`);

    this.addSql(
      `create table \`payment\` (\`id\` integer not null primary key autoincrement, \`account_id\` bigint not null, \`public_id\` text not null, \`source\` text not null, \`external_id\` text not null, \`claimed_reference\` text null, \`claimed_debtor\` text null, \`debtor_id\` bigint null, \`debt_id\` bigint null, \`amount_minor\` bigint not null, \`unallocated_minor\` bigint not null, \`currency\` char(3) not null, \`value_date\` char(10) not null, \`status\` text not null, \`note_sealed\` text null, \`received_at\` bigint not null);`,
    );
    this.addSql(`create index \`payment_debtor\` on \`payment\` (\`account_id\`, \`debtor_id\`);`);
    this.addSql(`create index \`payment_status\` on \`payment\` (\`account_id\`, \`status\`, \`received_at\`);`);
    this.addSql(`create unique index \`payment_external\` on \`payment\` (\`account_id\`, \`external_id\`);`);
    this.addSql(`create unique index \`payment_public\` on \`payment\` (\`account_id\`, \`public_id\`);`);

    this.addSql(
      `create table \`portfolio_import\` (\`id\` integer not null primary key autoincrement, \`account_id\` bigint not null, \`public_id\` text not null, \`kind\` text not null, \`mode\` text not null, \`file_name_sealed\` text not null, \`status\` text not null, \`slot\` integer null, \`heartbeat_at\` bigint not null, \`row_count\` integer not null, \`created\` integer not null, \`updated\` integer not null, \`unchanged\` integer not null, \`rejected\` integer not null, \`held\` integer not null, \`released\` integer not null, \`started_at\` bigint not null, \`finished_at\` bigint null, \`actor\` text not null);`,
    );
    this.addSql(`create unique index \`portfolio_import_public\` on \`portfolio_import\` (\`account_id\`, \`public_id\`);`);
    this.addSql(`create unique index \`portfolio_import_slot\` on \`portfolio_import\` (\`account_id\`, \`slot\`);`);

    this.addSql(
      `create table \`session\` (\`id\` integer not null primary key autoincrement, \`account_id\` bigint not null, \`public_id\` text not null, \`token_hash\` text not null, \`host_user_id\` bigint not null, \`name_sealed\` text not null, \`host_role\` text not null, \`verified_at\` bigint not null, \`created_at\` bigint not null, \`expires_at\` bigint not null, \`ended_at\` bigint null);`,
    );
    this.addSql(`create index \`session_account_id_expires_at_index\` on \`session\` (\`account_id\`, \`expires_at\`);`);
    this.addSql(`create unique index \`session_account_id_token_hash_unique\` on \`session\` (\`account_id\`, \`token_hash\`);`);

    this.addSql(
      `create table \`setup_code\` (\`id\` integer not null primary key autoincrement, \`code_hash\` text not null, \`created_at\` bigint not null, \`expires_at\` bigint not null, \`used_at\` bigint null);`,
    );
    this.addSql(`create unique index \`setup_code_code_hash_unique\` on \`setup_code\` (\`code_hash\`);`);

    this.addSql(
      `create table \`sign_in_attempt\` (\`id\` integer not null primary key autoincrement, \`account_id\` bigint not null, \`address_hash\` text not null, \`at\` bigint not null);`,
    );
    this.addSql(
      `create index \`sign_in_attempt_account_id_address_hash_at_index\` on \`sign_in_attempt\` (\`account_id\`, \`address_hash\`, \`at\`);`,
    );

    this.addSql(
      `create table \`template_status\` (\`id\` integer not null primary key autoincrement, \`account_id\` bigint not null, \`name\` text not null, \`language\` text not null, \`status\` text not null, \`category\` text not null, \`blocked_by\` text null, \`changed_at\` bigint not null, \`seen_at\` bigint not null);`,
    );
    this.addSql(`create unique index \`template_status_once\` on \`template_status\` (\`account_id\`, \`name\`, \`language\`);`);

    this.addSql(
      `create table \`webhook_delivery\` (\`id\` integer not null primary key autoincrement, \`account_id\` bigint not null, \`dedupe_key\` text not null, \`event\` text not null, \`body_sealed\` mediumtext null, \`received_at\` bigint not null, \`processed_at\` bigint null, \`attempts\` integer not null, \`due_at\` bigint null, \`problem\` text null);`,
    );
    this.addSql(`create index \`webhook_delivery_account_id_due_at_index\` on \`webhook_delivery\` (\`account_id\`, \`due_at\`);`);
    this.addSql(
      `create index \`webhook_delivery_account_id_received_at_index\` on \`webhook_delivery\` (\`account_id\`, \`received_at\`);`,
    );
    this.addSql(
      `create unique index \`webhook_delivery_account_id_dedupe_key_unique\` on \`webhook_delivery\` (\`account_id\`, \`dedupe_key\`);`,
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
