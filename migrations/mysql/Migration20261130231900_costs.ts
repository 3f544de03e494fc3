import { Migration } from "@mikro-orm/migrations";

export class Migration20261130231900_costs extends Migration {
  override name = "Migration20261130231900_costs";

  override up(): void | Promise<void> {
    this.addSql(
      `create table \`cost_entry\` (\`id\` bigint unsigned not null auto_increment primary key, \`account_id\` bigint not null, \`public_id\` varchar(36) not null, \`kind\` varchar(16) not null, \`amount_minor\` bigint not null, \`currency\` char(3) not null, \`from_day\` char(10) not null, \`to_day\` char(10) not null, \`cadence\` varchar(64) null, \`stage\` varchar(16) null, \`note_sealed\` text null, \`source\` varchar(8) not null, \`batch\` varchar(36) null, \`external_id\` varchar(100) null, \`reverses\` varchar(36) null, \`recorded_at\` bigint not null, \`recorded_by\` varchar(64) not null) default character set utf8mb4 collate utf8mb4_bin engine = InnoDB;`,
    );
    this.addSql(`alter table \`cost_entry\` add unique \`cost_entry_public\` (\`account_id\`, \`public_id\`);`);
    this.addSql(`alter table \`cost_entry\` add unique \`cost_entry_external\` (\`account_id\`, \`external_id\`);`);
    this.addSql(`alter table \`cost_entry\` add unique \`cost_entry_reverses\` (\`account_id\`, \`reverses\`);`);
    this.addSql(`alter table \`cost_entry\` add index \`cost_entry_days\` (\`account_id\`, \`to_day\`);`);
    this.addSql(`alter table \`cost_entry\` add index \`cost_entry_batch\` (\`account_id\`, \`batch\`);`);
    this.addSql(
      `create table \`message_price\` (\`id\` bigint unsigned not null auto_increment primary key, \`account_id\` bigint not null, \`public_id\` varchar(36) not null, \`country\` char(2) not null, \`category\` varchar(16) not null, \`micros\` bigint not null, \`currency\` char(3) not null, \`valid_from\` char(10) not null, \`recorded_at\` bigint not null, \`recorded_by\` varchar(64) not null, \`ended_at\` bigint null) default character set utf8mb4 collate utf8mb4_bin engine = InnoDB;`,
    );
    this.addSql(`alter table \`message_price\` add unique \`message_price_public\` (\`account_id\`, \`public_id\`);`);
    this.addSql(
      `alter table \`message_price\` add index \`message_price_country\` (\`account_id\`, \`country\`, \`category\`, \`valid_from\`);`,
    );
  }

  override down(): void | Promise<void> {
    this.addSql(`drop table if exists \`cost_entry\`;`);
    this.addSql(`drop table if exists \`message_price\`;`);
  }
}
