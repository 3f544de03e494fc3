import { Migration } from "@mikro-orm/migrations";

export class Migration20261201015600_alerts extends Migration {
  override name = "Migration20261201015600_alerts";

  override up(): void | Promise<void> {
    this.addSql(
      `create table \`alert\` (\`id\` bigint unsigned not null auto_increment primary key, \`account_id\` bigint not null, \`public_id\` varchar(36) not null, \`metric\` varchar(64) not null, \`currency\` varchar(3) not null, \`side\` varchar(8) not null, \`raise_milli\` bigint not null, \`clear_milli\` bigint not null, \`readings\` int not null, \`days\` int not null, \`raised_day\` char(10) not null, \`raised_at\` bigint not null, \`raised_figure\` varchar(60) not null, \`raised_n\` bigint not null, \`cleared_day\` char(10) null, \`cleared_at\` bigint null, \`cleared_figure\` varchar(60) null, \`acknowledged_at\` bigint null, \`acknowledged_by\` varchar(64) null, \`reason_sealed\` text null, \`note\` bigint null, \`note_state\` varchar(8) not null) default character set utf8mb4 collate utf8mb4_bin engine = InnoDB;`,
    );
    this.addSql(`alter table \`alert\` add index \`alert_cleared\` (\`account_id\`, \`cleared_at\`);`);
    this.addSql(`alter table \`alert\` add index \`alert_note\` (\`account_id\`, \`note_state\`);`);
    this.addSql(`alter table \`alert\` add unique \`alert_public\` (\`account_id\`, \`public_id\`);`);

    this.addSql(
      `create table \`alert_rule\` (\`account_id\` bigint unsigned not null, \`metric\` varchar(64) not null, \`side\` varchar(8) not null, \`raise_milli\` bigint not null, \`clear_milli\` bigint not null, \`readings\` int not null, \`days\` int not null, \`least\` int not null, \`note\` bigint null, \`mail\` int not null, \`is_on\` int not null, \`set_at\` bigint not null, \`set_by\` varchar(64) not null, primary key (\`account_id\`, \`metric\`)) default character set utf8mb4 collate utf8mb4_bin engine = InnoDB;`,
    );

    this.addSql(
      `create table \`alert_watch\` (\`account_id\` bigint unsigned not null, \`metric\` varchar(64) not null, \`currency\` varchar(3) not null, \`alert\` varchar(36) null, \`run\` int not null, \`day\` char(10) not null, \`silent\` varchar(8) null, \`figure\` varchar(60) null, \`n\` bigint null, primary key (\`account_id\`, \`metric\`, \`currency\`)) default character set utf8mb4 collate utf8mb4_bin engine = InnoDB;`,
    );
  }

  override down(): void | Promise<void> {
    this.addSql(`drop table if exists \`alert\`;`);
    this.addSql(`drop table if exists \`alert_rule\`;`);
    this.addSql(`drop table if exists \`alert_watch\`;`);
  }
}
