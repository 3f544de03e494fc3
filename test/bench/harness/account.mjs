import { NOW } from "./saldo.mjs";

/** The tenant of every benchmark. */
export const ACCOUNT = 1;

/** One connected account, as far as planning and importing look at it. */
export async function addAccount(sql) {
  const account = {
    id: ACCOUNT,
    public_id: "01933f00-0000-7000-8000-000000000001",
    name: "Bench",
    host_base_url: "https://helpdesk.example",
    host_account_id: 1,
    token_sealed: "-",
    inbox_id: 1,
    inbox_name: "WhatsApp",
    webhook_key: "bench",
    label: "saldo",
    locale: "es",
    zone: "America/Bogota",
    creditor_name: "Alameda Hogar",
    payment_url: "https://pagos.alameda.example",
    dispatch_enabled: 0,
    dispatch_stopped: 0,
    declared_by_sealed: "-",
    declared_at: NOW,
    created_at: NOW,
  };
  await sql.query("insert into account set ?", account);
}
