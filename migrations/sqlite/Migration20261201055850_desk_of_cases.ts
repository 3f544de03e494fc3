import { Migration } from "@mikro-orm/migrations";

export class Migration20261201055850_desk_of_cases extends Migration {
  override name = "Migration20261201055850_desk_of_cases";

  override up(): void | Promise<void> {
    this.addSql(
      `create table \`case_tick\` (\`id\` integer not null primary key autoincrement, \`account_id\` bigint not null, \`case_id\` text not null, \`point\` text not null, \`ticked_by\` text not null, \`ticked_at\` bigint not null);`,
    );
    this.addSql(`create unique index \`case_tick_point\` on \`case_tick\` (\`account_id\`, \`case_id\`, \`point\`);`);

    this.addSql(
      `create table \`phone_call\` (\`id\` integer not null primary key autoincrement, \`account_id\` bigint not null, \`public_id\` text not null, \`debtor_id\` bigint not null, \`case_id\` text null, \`caller\` text not null, \`started_at\` bigint not null, \`ended_at\` bigint null, \`outcome\` text null, \`outside\` integer not null, \`refused_by\` text null, \`promise_id\` text null, \`payment_id\` text null, \`note_sealed\` text null, \`created_at\` bigint not null);`,
    );
    this.addSql(`create index \`phone_call_debtor\` on \`phone_call\` (\`account_id\`, \`debtor_id\`, \`started_at\`);`);
    this.addSql(`create index \`phone_call_open\` on \`phone_call\` (\`account_id\`, \`caller\`, \`outcome\`);`);
    this.addSql(`create unique index \`phone_call_public\` on \`phone_call\` (\`account_id\`, \`public_id\`);`);

    this.addSql(`alter table \`escalation\` add column \`snoozed_until\` bigint null;`);
    this.addSql(`alter table \`escalation\` add column \`resolved_at\` bigint null;`);
    this.addSql(`alter table \`escalation\` add column \`outcome\` text null;`);
    this.addSql(`create index \`escalation_queue\` on \`escalation\` (\`account_id\`, \`open_slot\`, \`waiting_since\`);`);
  }

  override down(): void | Promise<void> {
    this.addSql(`drop table if exists \`case_tick\`;`);
    this.addSql(`drop table if exists \`phone_call\`;`);

    this.addSql(`drop index \`escalation_queue\`;`);
    this.addSql(`alter table \`escalation\` drop column \`snoozed_until\`;`);
    this.addSql(`alter table \`escalation\` drop column \`resolved_at\`;`);
    this.addSql(`alter table \`escalation\` drop column \`outcome\`;`);
  }
}
