import { Migration } from "@mikro-orm/migrations";

export class Migration20261125174455_cadences extends Migration {
  override name = "Migration20261125174455_cadences";

  override up(): void | Promise<void> {
    this.addSql(
      `create table \`cadence\` (\`id\` integer not null primary key autoincrement, \`account_id\` bigint not null, \`public_id\` text not null, \`cadence_key\` text not null, \`priority\` integer not null, \`status\` text not null, \`version\` integer null, \`draft\` text null, \`revision\` integer not null, \`saved_at\` bigint null, \`paused_at\` bigint null, \`paused_by\` text null, \`pause_reason_sealed\` text null, \`created_at\` bigint not null);`,
    );
    this.addSql(`create unique index \`cadence_key\` on \`cadence\` (\`account_id\`, \`cadence_key\`);`);
    this.addSql(`create unique index \`cadence_public\` on \`cadence\` (\`account_id\`, \`public_id\`);`);

    this.addSql(`alter table \`cadence_version\` add column \`name\` text null;`);
    this.addSql(`alter table \`cadence_version\` add column \`segment_key\` text null;`);
    this.addSql(`alter table \`cadence_version\` add column \`exits\` text null;`);
    this.addSql(`alter table \`cadence_version\` add column \`note_sealed\` text null;`);
    this.addSql(`alter table \`cadence_version\` add column \`published_by\` text null;`);

    this.addSql(`alter table \`outbox_message\` add column \`cadence_key\` text null;`);
  }

  override down(): void | Promise<void> {
    this.addSql(`drop table if exists \`cadence\`;`);

    this.addSql(`alter table \`cadence_version\` drop column \`name\`;`);
    this.addSql(`alter table \`cadence_version\` drop column \`segment_key\`;`);
    this.addSql(`alter table \`cadence_version\` drop column \`exits\`;`);
    this.addSql(`alter table \`cadence_version\` drop column \`note_sealed\`;`);
    this.addSql(`alter table \`cadence_version\` drop column \`published_by\`;`);

    this.addSql(`alter table \`outbox_message\` drop column \`cadence_key\`;`);
  }
}
