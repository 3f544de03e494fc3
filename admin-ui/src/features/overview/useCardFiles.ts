import { inject, type InjectionKey } from "vue";
import { useMe } from "@/composables/useMe";
import { download } from "@/features/imports/download";
import type { CardHead, CardTable } from "./cardTable";
import { cardCsv } from "./csv";
import { cardPicture } from "./picture";
import { cardWorkbook } from "./workbook";

const WORKBOOK = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

/** Filters, zone and as-of in words, as every file of the page says them. */
export const CARD_LINES: InjectionKey<() => readonly string[]> = Symbol("card lines");

/** The files of a card: each says what it shows, by which filters, in which zone and as of when. */
export function useCardFiles(title: () => string, table: () => CardTable | undefined) {
  const { me } = useMe();
  const lines = inject(CARD_LINES, () => []);
  const head = (): CardHead => ({ title: title(), account: me.value?.account.name ?? "Saldo", lines: lines() });
  const name = (kind: string) =>
    `${title()
      .toLowerCase()
      .replaceAll(/[^\p{L}\p{N}]+/gu, "-")}.${kind}`;
  return {
    csv(): void {
      const data = table();
      if (data) download(name("csv"), cardCsv(head(), data));
    },
    async xlsx(): Promise<void> {
      const data = table();
      if (data) download(name("xlsx"), await cardWorkbook(head(), data), WORKBOOK);
    },
    async png(): Promise<void> {
      const data = table();
      if (data) download(name("png"), await cardPicture(head(), data), "image/png");
    },
  };
}
