import { type MaybeRefOrGetter, toValue, watchEffect } from "vue";
import { useI18n } from "vue-i18n";

/** The document's title: the page first, so that tabs can be told apart. `key` is a text of the catalogue. */
export function useTitle(key: MaybeRefOrGetter<string>): void {
  const { t } = useI18n();
  watchEffect(() => {
    document.title = `${t(toValue(key))} · Saldo`;
  });
}

/** For pages named after a thing: the name itself is the title. */
export function useNameTitle(name: MaybeRefOrGetter<string | undefined>): void {
  watchEffect(() => {
    const value = toValue(name);
    document.title = value ? `${value} · Saldo` : "Saldo";
  });
}
