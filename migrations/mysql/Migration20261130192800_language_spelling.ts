import { Migration } from "@mikro-orm/migrations";

/** Languages are spelt as BCP 47 spells them (`pt-BR`) everywhere but towards WhatsApp. */
export class Migration20261130192800_language_spelling extends Migration {
  override name = "Migration20261130192800_language_spelling";

  override up(): void {
    this.addSql(
      `update template_status set language = replace(language, '_', '-') where account_id in (select id from account) and language like '%|_%' escape '|';`,
    );
  }

  override down(): void {
    this.addSql(
      `update template_status set language = replace(language, '-', '_') where account_id in (select id from account) and language like '%-%';`,
    );
  }
}
