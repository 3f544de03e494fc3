import { Migration } from "@mikro-orm/migrations";

export class Migration20261125174455_cadences extends Migration {
  override name = "Migration20261125174455_cadences";

  override up(): void | Promise<void> {
    this.addSql(
      `create table \`cadence\` (\`id\` bigint unsigned not null auto_increment primary key, \`account_id\` bigint not null, \`public_id\` varchar(36) not null, \`cadence_key\` varchar(64) not null, \`priority\` int not null, \`status\` varchar(16) not null, \`version\` int null, \`draft\` text null, \`revision\` int not null, \`saved_at\` bigint null, \`paused_at\` bigint null, \`paused_by\` varchar(64) null, \`pause_reason_sealed\` text null, \`created_at\` bigint not null) default character set utf8mb4 collate utf8mb4_bin engine = InnoDB;`,
    );
    this.addSql(`alter table \`cadence\` add unique \`cadence_key\` (\`account_id\`, \`cadence_key\`);`);
    this.addSql(`alter table \`cadence\` add unique \`cadence_public\` (\`account_id\`, \`public_id\`);`);

    this.addSql(
      `alter table \`cadence_version\` add \`name\` varchar(80) null, add \`segment_key\` varchar(64) null, add \`exits\` text null, add \`note_sealed\` text null, add \`published_by\` varchar(64) null;`,
    );

    this.addSql(`alter table \`outbox_message\` add \`cadence_key\` varchar(64) null;`);
  }

  override down(): void | Promise<void> {
    this.addSql(`drop table if exists \`cadence\`;`);

    this.addSql(
      `alter table \`cadence_version\` drop column \`name\`, drop column \`segment_key\`, drop column \`exits\`, drop column \`note_sealed\`, drop column \`published_by\`;`,
    );

    this.addSql(`alter table \`outbox_message\` drop column \`cadence_key\`;`);
  }
}
