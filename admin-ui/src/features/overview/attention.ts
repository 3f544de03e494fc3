/** Something that needs somebody, in words, with the page it is dealt with on. */
export interface Attention {
  readonly key: string;
  readonly level: "bad" | "warn";
  readonly text: string;
  readonly note: string;
  /** Name of the page. */
  readonly page: string;
  /** Of the page of definitions: which figure. */
  readonly figure?: string;
}
