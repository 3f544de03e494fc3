import { Migration } from "@mikro-orm/migrations";

export class Migration20261201055850_desk_of_cases extends Migration {
  override name = "Migration20261201055850_desk_of_cases";

  override up(): void | Promise<void> {
    this.addSql(
      `create table \`case_tick\` (\`id\` bigint unsigned not null auto_increment primary key, \`account_id\` bigint not null, \`case_id\` varchar(36) not null, \`point\` varchar(32) not null, \`ticked_by\` varchar(64) not null, \`ticked_at\` bigint not null) default character set utf8mb4 collate utf8mb4_bin engine = InnoDB;`,
    );
    this.addSql(`alter table \`case_tick\` add unique \`case_tick_point\` (\`account_id\`, \`case_id\`, \`point\`);`);

    this.addSql(
      `create table \`phone_call\` (\`id\` bigint unsigned not null auto_increment primary key, \`account_id\` bigint not null, \`public_id\` varchar(36) not null, \`debtor_id\` bigint not null, \`case_id\` varchar(36) null, \`caller\` varchar(64) not null, \`started_at\` bigint not null, \`ended_at\` bigint null, \`outcome\` varchar(16) null, \`outside\` tinyint(1) not null, \`refused_by\` varchar(64) null, \`promise_id\` varchar(36) null, \`payment_id\` varchar(36) null, \`note_sealed\` text null, \`created_at\` bigint not null) default character set utf8mb4 collate utf8mb4_bin engine = InnoDB;`,
    );
    this.addSql(`alter table \`phone_call\` add index \`phone_call_debtor\` (\`account_id\`, \`debtor_id\`, \`started_at\`);`);
    this.addSql(`alter table \`phone_call\` add index \`phone_call_open\` (\`account_id\`, \`caller\`, \`outcome\`);`);
    this.addSql(`alter table \`phone_call\` add unique \`phone_call_public\` (\`account_id\`, \`public_id\`);`);

    this.addSql(
      `alter table \`escalation\` add \`snoozed_until\` bigint null, add \`resolved_at\` bigint null, add \`outcome\` varchar(32) null;`,
    );
    this.addSql(`alter table \`escalation\` add index \`escalation_queue\` (\`account_id\`, \`open_slot\`, \`waiting_since\`);`);
  }

  override down(): void | Promise<void> {
    this.addSql(`drop table if exists \`case_tick\`;`);
    this.addSql(`drop table if exists \`phone_call\`;`);

    this.addSql(`alter table \`escalation\` drop index \`escalation_queue\`;`);
    this.addSql(`alter table \`escalation\` drop column \`snoozed_until\`, drop column \`resolved_at\`, drop column \`outcome\`;`);
  }
}
