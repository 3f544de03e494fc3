/** `user:12` as it is kept; the helpdesk's number of the person. Null for nobody, and for what is no person. */
export function userOf(ref: string | null): number | null {
  const id = /^user:(\d{1,15})$/.exec(ref ?? "")?.[1];
  return id === undefined ? null : Number(id);
}

export function ownerRef(hostUserId: number | null): string | null {
  return hostUserId === null ? null : `user:${hostUserId}`;
}
