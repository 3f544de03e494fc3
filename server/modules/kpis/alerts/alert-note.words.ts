import Handlebars from "handlebars";
import { TEXTS } from "../../../platform/words/texts.js";
import type { Locale } from "../../../shared/locale.js";
import type { MailContent } from "../../accounts/index.js";
import type { AlertRecord } from "../kpis.tables.js";
import { metricInFull } from "../metrics/metric-name.words.js";
import { metricOf } from "../metrics/domain/registry.js";
import { BOUND_PARTS } from "../objectives/domain/objective.js";
import { decimalIn, figureIn } from "../reports/domain/report-numbers.js";

/** The private note of an alert: what is beyond which threshold, of how many, and where it is dealt with. No person is named. */
export function alertNote(alert: AlertRecord, locale: Locale, address: string): string {
  const unit = metricOf(alert.metric)?.unit ?? "count";
  const hours = (text: string) => TEXTS.text("alerts", "hours", locale, { n: text });
  const bound = decimalIn(String(alert.raise_milli / BOUND_PARTS), locale);
  const percent = unit === "percent" ? "\u00a0%" : "";
  return TEXTS.text("alerts", `note_${alert.side}`, locale, {
    metric: metricInFull(TEXTS, alert.metric, locale) + (alert.currency === "" ? "" : `, ${alert.currency}`),
    figure: figureIn(unit, { text: alert.raised_figure, currency: null }, locale, hours) ?? "",
    threshold: unit === "duration" ? hours(bound) : bound + percent,
    n: decimalIn(String(alert.raised_n), locale),
    days: alert.days,
    address,
  });
}

const HTML = Handlebars.compile(
  `<!doctype html>
<html lang="{{lang}}"><head><meta charset="utf-8"><title>{{subject}}</title></head>
<body style="margin:0;background:#fff;color:#202020;font:16px/24px Inter,-apple-system,'Segoe UI',Roboto,Arial,sans-serif">
<div style="max-width:704px;margin:0 auto;padding:32px 24px">
<p style="margin:0 0 16px">{{note}} <a href="{{address}}">{{address}}</a></p>
<p style="margin:0;color:#646464;font-size:12px;line-height:16px">{{why}}</p>
</div></body></html>
`,
  { strict: true },
);

/** The same as a mail. @param account its name @param address where it is taken up */
export function alertLetter(
  alert: AlertRecord,
  locale: Locale,
  { account, address }: { readonly account: string; readonly address: string },
): MailContent {
  const say = (key: string, values?: Readonly<Record<string, string>>) => TEXTS.text("alerts", key, locale, values);
  const subject = say("mail_subject", { account, metric: metricInFull(TEXTS, alert.metric, locale) });
  const [note, why] = [alertNote(alert, locale, address), say("mail_why")];
  const html = HTML({ lang: locale, subject, note: note.replace(address, "").trim(), address, why });
  return { subject, html, text: `${note}\n\n${why}\n`, files: [] };
}
