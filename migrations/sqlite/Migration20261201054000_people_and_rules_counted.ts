import { Migration } from "@mikro-orm/migrations";

export class Migration20261201054000_people_and_rules_counted extends Migration {
  override name = "Migration20261201054000_people_and_rules_counted";

  override up(): void | Promise<void> {
    this.addSql(`drop index \`contact_try_day\`;`);
    this.addSql(
      `create index \`contact_try_day\` on \`contact_try\` (\`account_id\`, \`day\`, \`debtor_id\`, \`made_recorded\`, \`answered_recorded\`, \`hour\`, \`made_at\`);`,
    );
    this.addSql(`drop index \`contact_try_debtor\`;`);
    this.addSql(
      `create index \`contact_try_debtor\` on \`contact_try\` (\`account_id\`, \`debtor_id\`, \`day\`, \`made_recorded\`, \`delivered_recorded\`, \`read_recorded\`, \`answered_recorded\`);`,
    );
    this.addSql(
      `create index \`contact_try_reply\` on \`contact_try\` (\`account_id\`, \`answered_at\`, \`answered_recorded\`, \`debtor_id\`, \`day\`, \`made_at\`, \`made_recorded\`);`,
    );
    this.addSql(`drop index \`contact_denial_day\`;`);
    this.addSql(
      `create index \`contact_denial_day\` on \`contact_denial\` (\`account_id\`, \`day\`, \`recorded_at\`, \`rule\`, \`hour\`, \`debtor_id\`);`,
    );
    this.addSql(`create index \`contact_denial_debtor\` on \`contact_denial\` (\`account_id\`, \`debtor_id\`, \`day\`, \`recorded_at\`);`);
    this.addSql(`drop index \`contact_deferral_day\`;`);
    this.addSql(
      `create index \`contact_deferral_day\` on \`contact_deferral\` (\`account_id\`, \`day\`, \`recorded_at\`, \`rule\`, \`hour\`, \`debtor_id\`);`,
    );
    this.addSql(
      `create index \`contact_deferral_debtor\` on \`contact_deferral\` (\`account_id\`, \`debtor_id\`, \`day\`, \`recorded_at\`);`,
    );
    this.addSql(`create index \`contact_deferral_recorded\` on \`contact_deferral\` (\`account_id\`, \`recorded_at\`);`);
    this.addSql(`create index \`money_flow_payment\` on \`money_flow\` (\`account_id\`, \`payment\`, \`kind\`, \`recorded_at\`);`);
    this.addSql(`create index \`promise_span_began\` on \`promise_span\` (\`account_id\`, \`from_at\`);`);
  }

  override down(): void | Promise<void> {
    this.addSql(`drop index \`contact_try_day\`;`);
    this.addSql(
      `create index \`contact_try_day\` on \`contact_try\` (\`account_id\`, \`day\`, \`debtor_id\`, \`made_recorded\`, \`answered_recorded\`);`,
    );
    this.addSql(`drop index \`contact_try_debtor\`;`);
    this.addSql(
      `create index \`contact_try_debtor\` on \`contact_try\` (\`account_id\`, \`debtor_id\`, \`day\`, \`made_recorded\`, \`answered_recorded\`);`,
    );
    this.addSql(`drop index \`contact_try_reply\`;`);
    this.addSql(`drop index \`contact_denial_day\`;`);
    this.addSql(`create index \`contact_denial_day\` on \`contact_denial\` (\`account_id\`, \`day\`);`);
    this.addSql(`drop index \`contact_denial_debtor\`;`);
    this.addSql(`drop index \`contact_deferral_day\`;`);
    this.addSql(`create index \`contact_deferral_day\` on \`contact_deferral\` (\`account_id\`, \`day\`);`);
    this.addSql(`drop index \`contact_deferral_debtor\`;`);
    this.addSql(`drop index \`contact_deferral_recorded\`;`);
    this.addSql(`drop index \`money_flow_payment\`;`);
    this.addSql(`drop index \`promise_span_began\`;`);
  }
}
