import { Migration } from "@mikro-orm/migrations";

export class Migration20261125165230_imports extends Migration {
  override name = "Migration20261125165230_imports";

  override up(): void | Promise<void> {
    this.addSql(
      `create table \`import_profile\` (\`id\` integer not null primary key autoincrement, \`account_id\` bigint not null, \`public_id\` text not null, \`kind\` text not null, \`signature\` text not null, \`body_sealed\` longtext not null, \`created_at\` bigint not null, \`used_at\` bigint not null);`,
    );
    this.addSql(`create unique index \`import_profile_public\` on \`import_profile\` (\`account_id\`, \`public_id\`);`);
    this.addSql(`create unique index \`import_profile_signature\` on \`import_profile\` (\`account_id\`, \`kind\`, \`signature\`);`);

    this.addSql(
      `create table \`import_trace\` (\`id\` integer not null primary key autoincrement, \`account_id\` bigint not null, \`public_id\` text not null, \`import_id\` bigint not null, \`body_sealed\` longtext not null, \`created_at\` bigint not null, \`undone_at\` bigint null);`,
    );
    this.addSql(`create index \`import_trace_import\` on \`import_trace\` (\`account_id\`, \`import_id\`, \`id\`);`);

    this.addSql(
      `create table \`import_upload_piece\` (\`id\` integer not null primary key autoincrement, \`account_id\` bigint not null, \`upload_id\` bigint not null, \`position\` integer not null, \`body_sealed\` longtext not null);`,
    );
    this.addSql(
      `create unique index \`import_upload_piece_position\` on \`import_upload_piece\` (\`account_id\`, \`upload_id\`, \`position\`);`,
    );

    this.addSql(
      `create table \`import_upload\` (\`id\` integer not null primary key autoincrement, \`account_id\` bigint not null, \`public_id\` text not null, \`file_name_sealed\` text not null, \`bytes\` bigint not null, \`expires_at\` bigint not null, \`created_at\` bigint not null);`,
    );
    this.addSql(`create index \`import_upload_expiry\` on \`import_upload\` (\`expires_at\`);`);
    this.addSql(`create unique index \`import_upload_public\` on \`import_upload\` (\`account_id\`, \`public_id\`);`);

    this.addSql(
      `create table \`number_owner\` (\`id\` integer not null primary key autoincrement, \`account_id\` bigint not null, \`public_id\` text not null, \`hash\` text not null, \`debtor_id\` bigint not null, \`contact_points\` text not null, \`note_sealed\` text not null, \`actor\` text not null, \`assigned_at\` bigint not null);`,
    );
    this.addSql(`create unique index \`number_owner_public\` on \`number_owner\` (\`account_id\`, \`public_id\`);`);
    this.addSql(`create unique index \`number_owner_hash\` on \`number_owner\` (\`account_id\`, \`hash\`);`);

    this.addSql(`alter table \`payment\` add column \`undone_at\` bigint null;`);

    this.addSql(`alter table \`portfolio_import\` add column \`runner\` text null;`);
    this.addSql(`alter table \`portfolio_import\` add column \`upload_id\` bigint null;`);
    this.addSql(`alter table \`portfolio_import\` add column \`order_sealed\` text null;`);
    this.addSql(`alter table \`portfolio_import\` add column \`total\` integer null;`);
    this.addSql(`alter table \`portfolio_import\` add column \`failure\` text null;`);
    this.addSql(`alter table \`portfolio_import\` add column \`undo_note_sealed\` text null;`);
  }

  override down(): void | Promise<void> {
    this.addSql(`drop table if exists \`import_profile\`;`);
    this.addSql(`drop table if exists \`import_trace\`;`);
    this.addSql(`drop table if exists \`import_upload_piece\`;`);
    this.addSql(`drop table if exists \`import_upload\`;`);
    this.addSql(`drop table if exists \`number_owner\`;`);

    this.addSql(`alter table \`payment\` drop column \`undone_at\`;`);

    this.addSql(`alter table \`portfolio_import\` drop column \`runner\`;`);
    this.addSql(`alter table \`portfolio_import\` drop column \`upload_id\`;`);
    this.addSql(`alter table \`portfolio_import\` drop column \`order_sealed\`;`);
    this.addSql(`alter table \`portfolio_import\` drop column \`total\`;`);
    this.addSql(`alter table \`portfolio_import\` drop column \`failure\`;`);
    this.addSql(`alter table \`portfolio_import\` drop column \`undo_note_sealed\`;`);
  }
}
