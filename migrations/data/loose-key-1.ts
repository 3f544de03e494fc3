/** `looseKey` of the portfolio's rules as it was when its columns were made: a migration does not change with the code. */
export function looseKey1(text: string): string {
  const plain = /^[\x20-\x7e]*$/.test(text)
    ? text
    : text
        .replace(/\p{M}+/gu, "")
        .normalize("NFKD")
        .replace(/\p{M}+/gu, "");
  const folds = plain
    .trim()
    .replace(/^(\D*\d+)[.,]0{1,2}$/, "$1")
    .toLowerCase();
  const parts = (folds.match(/\p{L}+|\p{N}+/gu) ?? []).map((part) => part.replace(/^0+(?=.)/, ""));
  const key = parts.join("").replace(/0{2,}/g, "");
  return (key === "" ? text : key).slice(0, 100).replace(/[\ud800-\udbff]$/, "");
}
