/** `looseKey` of the portfolio's rules as it was when its columns were made: a migration does not change with the code. */
export function looseKey1(text: string): string {
  const key = parts1(text).join("").replace(/0{2,}/g, "");
  return cut1(key === "" ? text : key);
}

/** Words and numbers of a reference, each for itself, without the zeros before. */
export function parts1(text: string): string[] {
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
  return (folds.match(/\p{L}+|\p{N}+/gu) ?? []).map((part) => part.replace(/^0+(?=.)/, ""));
}

/** As long as the column. */
export function cut1(text: string): string {
  return text.slice(0, 100).replace(/[\ud800-\udbff]$/, "");
}
