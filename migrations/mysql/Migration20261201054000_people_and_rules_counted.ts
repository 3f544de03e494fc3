import { Migration } from "@mikro-orm/migrations";

export class Migration20261201054000_people_and_rules_counted extends Migration {
  override name = "Migration20261201054000_people_and_rules_counted";

  override up(): void | Promise<void> {
    this.addSql(`alter table \`contact_try\` drop index \`contact_try_day\`;`);
    this.addSql(
      `alter table \`contact_try\` add index \`contact_try_day\` (\`account_id\`, \`day\`, \`debtor_id\`, \`made_recorded\`, \`answered_recorded\`, \`hour\`, \`made_at\`);`,
    );
    this.addSql(`alter table \`contact_try\` drop index \`contact_try_debtor\`;`);
    this.addSql(
      `alter table \`contact_try\` add index \`contact_try_debtor\` (\`account_id\`, \`debtor_id\`, \`day\`, \`made_recorded\`, \`delivered_recorded\`, \`read_recorded\`, \`answered_recorded\`);`,
    );
    this.addSql(
      `alter table \`contact_try\` add index \`contact_try_reply\` (\`account_id\`, \`answered_at\`, \`answered_recorded\`, \`debtor_id\`, \`day\`, \`made_at\`, \`made_recorded\`);`,
    );
    this.addSql(`alter table \`contact_denial\` drop index \`contact_denial_day\`;`);
    this.addSql(
      `alter table \`contact_denial\` add index \`contact_denial_day\` (\`account_id\`, \`day\`, \`recorded_at\`, \`rule\`, \`hour\`, \`debtor_id\`);`,
    );
    this.addSql(
      `alter table \`contact_denial\` add index \`contact_denial_debtor\` (\`account_id\`, \`debtor_id\`, \`day\`, \`recorded_at\`);`,
    );
    this.addSql(`alter table \`contact_deferral\` drop index \`contact_deferral_day\`;`);
    this.addSql(
      `alter table \`contact_deferral\` add index \`contact_deferral_day\` (\`account_id\`, \`day\`, \`recorded_at\`, \`rule\`, \`hour\`, \`debtor_id\`);`,
    );
    this.addSql(
      `alter table \`contact_deferral\` add index \`contact_deferral_debtor\` (\`account_id\`, \`debtor_id\`, \`day\`, \`recorded_at\`);`,
    );
    this.addSql(`alter table \`contact_deferral\` add index \`contact_deferral_recorded\` (\`account_id\`, \`recorded_at\`);`);
    this.addSql(`alter table \`money_flow\` add index \`money_flow_payment\` (\`account_id\`, \`payment\`, \`kind\`, \`recorded_at\`);`);
    this.addSql(`alter table \`promise_span\` add index \`promise_span_began\` (\`account_id\`, \`from_at\`);`);
    this.addSql(`alter table \`figure_tally\` modify \`measure\` varchar(120) not null;`);
  }

  override down(): void | Promise<void> {
    this.addSql(`alter table \`contact_try\` drop index \`contact_try_day\`;`);
    this.addSql(
      `alter table \`contact_try\` add index \`contact_try_day\` (\`account_id\`, \`day\`, \`debtor_id\`, \`made_recorded\`, \`answered_recorded\`);`,
    );
    this.addSql(`alter table \`contact_try\` drop index \`contact_try_debtor\`;`);
    this.addSql(
      `alter table \`contact_try\` add index \`contact_try_debtor\` (\`account_id\`, \`debtor_id\`, \`day\`, \`made_recorded\`, \`answered_recorded\`);`,
    );
    this.addSql(`alter table \`contact_try\` drop index \`contact_try_reply\`;`);
    this.addSql(`alter table \`contact_denial\` drop index \`contact_denial_day\`;`);
    this.addSql(`alter table \`contact_denial\` add index \`contact_denial_day\` (\`account_id\`, \`day\`);`);
    this.addSql(`alter table \`contact_denial\` drop index \`contact_denial_debtor\`;`);
    this.addSql(`alter table \`contact_deferral\` drop index \`contact_deferral_day\`;`);
    this.addSql(`alter table \`contact_deferral\` add index \`contact_deferral_day\` (\`account_id\`, \`day\`);`);
    this.addSql(`alter table \`contact_deferral\` drop index \`contact_deferral_debtor\`;`);
    this.addSql(`alter table \`contact_deferral\` drop index \`contact_deferral_recorded\`;`);
    this.addSql(`alter table \`money_flow\` drop index \`money_flow_payment\`;`);
    this.addSql(`alter table \`promise_span\` drop index \`promise_span_began\`;`);
    this.addSql(`alter table \`figure_tally\` modify \`measure\` varchar(40) not null;`);
  }
}
