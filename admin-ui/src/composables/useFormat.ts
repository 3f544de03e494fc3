import { computed, type MaybeRefOrGetter, toValue } from "vue";
import { useI18n } from "vue-i18n";
import type { Amount } from "@/api/types";
import {
  type DateStyle,
  type Digits,
  dateHead,
  dayOf,
  digitsFor,
  formatDate,
  formatFigure,
  formatMoney,
  formatNumber,
  formatTime,
} from "./format";
import { serverNow } from "./serverClock";
import { useMe } from "./useMe";

/** The design's formats in the reader's locale; days and hours in `zone`, else in the account's zone. */
export function useFormat(zone?: MaybeRefOrGetter<string | null | undefined>) {
  const { t, locale } = useI18n();
  const { me } = useMe();
  const inZone = computed(() => toValue(zone) ?? me.value?.account.zone ?? "UTC");
  const today = () => dayOf(serverNow(), inZone.value);
  const number = (value: number) => formatNumber(value, locale.value);
  const date = (value: string, style: Omit<DateStyle, "today"> = {}) =>
    formatDate(value, locale.value, inZone.value, { ...style, today: today() });
  const time = (iso: string) => formatTime(iso, locale.value, inZone.value);

  return {
    lang: computed(() => locale.value),
    zone: inZone,
    today,
    number,
    date,
    time,
    /** Time alone today, else day and time. */
    moment: (iso: string) => (dayOf(Date.parse(iso), inZone.value) === today() ? time(iso) : `${date(iso)}, ${time(iso)}`),
    /** Day with weekday, and time: for what is planned. */
    planned: (iso: string) => `${date(iso, { weekday: true })}, ${time(iso)}`,
    money: (amount: Amount, digits?: Digits) => formatMoney(amount, locale.value, digits),
    figure: (amount: Amount, digits?: Digits) => formatFigure(amount, locale.value, digits),
    digitsFor,
    head: (value: string) => dateHead(value, locale.value),
    day: (iso: string) => dayOf(Date.parse(iso), inZone.value),
    /** A sentence with a count in it: plural form by the number, the number in the reader's format. */
    count: (key: string, n: number, more: Record<string, unknown> = {}) => t(key, { ...more, n: number(n) }, n),
  };
}
