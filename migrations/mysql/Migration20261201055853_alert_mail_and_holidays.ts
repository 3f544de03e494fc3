import { Migration } from "@mikro-orm/migrations";

export class Migration20261201055853_alert_mail_and_holidays extends Migration {
  override name = "Migration20261201055853_alert_mail_and_holidays";

  override up(): void | Promise<void> {
    this.addSql(`alter table \`alert\` add \`mail_state\` varchar(8) not null default 'none';`);
    this.addSql(`alter table \`report_schedule\` add \`holidays_of\` char(2) null;`);
  }

  override down(): void | Promise<void> {
    this.addSql(`alter table \`alert\` drop column \`mail_state\`;`);
    this.addSql(`alter table \`report_schedule\` drop column \`holidays_of\`;`);
  }
}
