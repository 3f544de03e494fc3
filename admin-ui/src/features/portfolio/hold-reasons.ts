/** For which a person may place a hold; the server takes no others. */
export const HOLDS_BY_HAND = ["dispute", "hardship", "illness", "deceased", "adviser", "legal", "manual"] as const;
