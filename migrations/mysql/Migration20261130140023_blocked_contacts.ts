import { Migration } from "@mikro-orm/migrations";

export class Migration20261130140023_blocked_contacts extends Migration {
  override name = "Migration20261130140023_blocked_contacts";

  override up(): void | Promise<void> {
    this.addSql(
      `create table \`contact_block\` (\`id\` bigint unsigned not null auto_increment primary key, \`account_id\` bigint not null, \`contact_id\` bigint not null, \`number_hash\` varchar(43) not null, \`since\` bigint not null, \`read_at\` bigint not null, \`called_at\` bigint null) default character set utf8mb4 collate utf8mb4_bin engine = InnoDB;`,
    );
    this.addSql(`alter table \`contact_block\` add index \`contact_block_hash\` (\`account_id\`, \`number_hash\`);`);
    this.addSql(`alter table \`contact_block\` add index \`contact_block_read\` (\`account_id\`, \`read_at\`);`);
    this.addSql(`alter table \`contact_block\` add unique \`contact_block_number\` (\`account_id\`, \`contact_id\`, \`number_hash\`);`);

    this.addSql(`alter table \`contact_point\` add \`blocked_at\` bigint null;`);
  }

  override down(): void | Promise<void> {
    this.addSql(`drop table if exists \`contact_block\`;`);

    this.addSql(`alter table \`contact_point\` drop column \`blocked_at\`;`);
  }
}
