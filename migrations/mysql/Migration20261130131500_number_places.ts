import { Migration } from "@mikro-orm/migrations";

export class Migration20261130131500_number_places extends Migration {
  override name = "Migration20261130131500_number_places";

  override up(): void | Promise<void> {
    this.addSql(`alter table \`contact_point\` add \`places\` text null;`);

    // The area code narrowed the clocks of whoever had no address.
    this.addSql(
      `update \`debtor\` set \`zones\` = '["America/Sao_Paulo","America/Manaus","America/Noronha","America/Rio_Branco"]' where \`account_id\` is not null and \`country\` = 'BR' and \`subdivision\` is null;`,
    );
    this.addSql(
      `update \`debtor\` set \`zones\` = '["America/Mexico_City","America/Cancun","America/Matamoros","America/Hermosillo","America/Mazatlan","America/Ciudad_Juarez","America/Tijuana"]' where \`account_id\` is not null and \`country\` = 'MX' and \`subdivision\` is null;`,
    );
    this.addSql(`alter table \`debtor\` drop column \`subdivisions\`;`);
  }

  override down(): void | Promise<void> {
    this.addSql(`alter table \`contact_point\` drop column \`places\`;`);

    this.addSql(`alter table \`debtor\` add \`subdivisions\` text null;`);
    this.addSql(`update \`debtor\` set \`subdivisions\` = '[]';`);
    this.addSql(`alter table \`debtor\` modify \`subdivisions\` text not null;`);
  }
}
