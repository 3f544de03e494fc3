import { Migration } from "@mikro-orm/migrations";

export class Migration20261125165230_imports extends Migration {
  override name = "Migration20261125165230_imports";

  override up(): void | Promise<void> {
    this.addSql(
      `create table \`import_profile\` (\`id\` bigint unsigned not null auto_increment primary key, \`account_id\` bigint not null, \`public_id\` varchar(36) not null, \`kind\` varchar(16) not null, \`signature\` varchar(64) not null, \`body_sealed\` longtext not null, \`created_at\` bigint not null, \`used_at\` bigint not null) default character set utf8mb4 collate utf8mb4_bin engine = InnoDB;`,
    );
    this.addSql(`alter table \`import_profile\` add unique \`import_profile_public\` (\`account_id\`, \`public_id\`);`);
    this.addSql(`alter table \`import_profile\` add unique \`import_profile_signature\` (\`account_id\`, \`kind\`, \`signature\`);`);

    this.addSql(
      `create table \`import_trace\` (\`id\` bigint unsigned not null auto_increment primary key, \`account_id\` bigint not null, \`public_id\` varchar(36) not null, \`import_id\` bigint not null, \`body_sealed\` longtext not null, \`created_at\` bigint not null, \`undone_at\` bigint null) default character set utf8mb4 collate utf8mb4_bin engine = InnoDB;`,
    );
    this.addSql(`alter table \`import_trace\` add index \`import_trace_import\` (\`account_id\`, \`import_id\`, \`id\`);`);

    this.addSql(
      `create table \`import_upload_piece\` (\`id\` bigint unsigned not null auto_increment primary key, \`account_id\` bigint not null, \`upload_id\` bigint not null, \`position\` int not null, \`body_sealed\` longtext not null) default character set utf8mb4 collate utf8mb4_bin engine = InnoDB;`,
    );
    this.addSql(
      `alter table \`import_upload_piece\` add unique \`import_upload_piece_position\` (\`account_id\`, \`upload_id\`, \`position\`);`,
    );

    this.addSql(
      `create table \`import_upload\` (\`id\` bigint unsigned not null auto_increment primary key, \`account_id\` bigint not null, \`public_id\` varchar(36) not null, \`file_name_sealed\` text not null, \`bytes\` bigint not null, \`expires_at\` bigint not null, \`created_at\` bigint not null) default character set utf8mb4 collate utf8mb4_bin engine = InnoDB;`,
    );
    this.addSql(`alter table \`import_upload\` add index \`import_upload_expiry\` (\`expires_at\`);`);
    this.addSql(`alter table \`import_upload\` add unique \`import_upload_public\` (\`account_id\`, \`public_id\`);`);

    this.addSql(
      `create table \`number_owner\` (\`id\` bigint unsigned not null auto_increment primary key, \`account_id\` bigint not null, \`public_id\` varchar(36) not null, \`hash\` varchar(43) not null, \`debtor_id\` bigint not null, \`contact_points\` text not null, \`note_sealed\` text not null, \`actor\` varchar(64) not null, \`assigned_at\` bigint not null) default character set utf8mb4 collate utf8mb4_bin engine = InnoDB;`,
    );
    this.addSql(`alter table \`number_owner\` add unique \`number_owner_public\` (\`account_id\`, \`public_id\`);`);
    this.addSql(`alter table \`number_owner\` add unique \`number_owner_hash\` (\`account_id\`, \`hash\`);`);

    this.addSql(`alter table \`payment\` add \`undone_at\` bigint null;`);

    this.addSql(
      `alter table \`portfolio_import\` add \`runner\` varchar(36) null, add \`upload_id\` bigint null, add \`order_sealed\` text null, add \`total\` int null, add \`failure\` text null, add \`undo_note_sealed\` text null;`,
    );
  }

  override down(): void | Promise<void> {
    this.addSql(`drop table if exists \`import_profile\`;`);
    this.addSql(`drop table if exists \`import_trace\`;`);
    this.addSql(`drop table if exists \`import_upload_piece\`;`);
    this.addSql(`drop table if exists \`import_upload\`;`);
    this.addSql(`drop table if exists \`number_owner\`;`);

    this.addSql(`alter table \`payment\` drop column \`undone_at\`;`);

    this.addSql(
      `alter table \`portfolio_import\` drop column \`runner\`, drop column \`upload_id\`, drop column \`order_sealed\`, drop column \`total\`, drop column \`failure\`, drop column \`undo_note_sealed\`;`,
    );
  }
}
