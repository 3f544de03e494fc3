export type PhoneProblem = "phone.rounded" | "phone.without_country" | "phone.invalid";

/** Turns a number as written into E.164 and the country it belongs to; lives outside because numbering plans are a library. */
export type ReadPhone = (
  text: string,
  country: string | null,
) => { readonly number: string; readonly country: string | null } | { readonly problem: PhoneProblem };
