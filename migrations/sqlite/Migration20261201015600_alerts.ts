import { Migration } from "@mikro-orm/migrations";

export class Migration20261201015600_alerts extends Migration {
  override name = "Migration20261201015600_alerts";

  override up(): void | Promise<void> {
    this.addSql(
      `create table \`alert\` (\`id\` integer not null primary key autoincrement, \`account_id\` bigint not null, \`public_id\` text not null, \`metric\` text not null, \`currency\` text not null, \`side\` text not null, \`raise_milli\` bigint not null, \`clear_milli\` bigint not null, \`readings\` integer not null, \`days\` integer not null, \`raised_day\` char(10) not null, \`raised_at\` bigint not null, \`raised_figure\` text not null, \`raised_n\` bigint not null, \`cleared_day\` char(10) null, \`cleared_at\` bigint null, \`cleared_figure\` text null, \`acknowledged_at\` bigint null, \`acknowledged_by\` text null, \`reason_sealed\` text null, \`note\` bigint null, \`note_state\` text not null);`,
    );
    this.addSql(`create index \`alert_cleared\` on \`alert\` (\`account_id\`, \`cleared_at\`);`);
    this.addSql(`create index \`alert_note\` on \`alert\` (\`account_id\`, \`note_state\`);`);
    this.addSql(`create unique index \`alert_public\` on \`alert\` (\`account_id\`, \`public_id\`);`);

    this.addSql(
      `create table \`alert_rule\` (\`account_id\` bigint not null, \`metric\` text not null, \`side\` text not null, \`raise_milli\` bigint not null, \`clear_milli\` bigint not null, \`readings\` integer not null, \`days\` integer not null, \`least\` integer not null, \`note\` bigint null, \`mail\` integer not null, \`is_on\` integer not null, \`set_at\` bigint not null, \`set_by\` text not null, primary key (\`account_id\`, \`metric\`));`,
    );

    this.addSql(
      `create table \`alert_watch\` (\`account_id\` bigint not null, \`metric\` text not null, \`currency\` text not null, \`alert\` text null, \`run\` integer not null, \`day\` char(10) not null, \`silent\` text null, \`figure\` text null, \`n\` bigint null, primary key (\`account_id\`, \`metric\`, \`currency\`));`,
    );
  }

  override down(): void | Promise<void> {
    this.addSql(`drop table if exists \`alert\`;`);
    this.addSql(`drop table if exists \`alert_rule\`;`);
    this.addSql(`drop table if exists \`alert_watch\`;`);
  }
}
