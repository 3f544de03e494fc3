/** Bytes as they come, cut into pieces of one length; only the last is shorter. */
export async function* piecesOf(content: AsyncIterable<Uint8Array>, length: number): AsyncGenerator<Uint8Array> {
  let waiting: Uint8Array[] = [];
  let held = 0;
  for await (const part of content) {
    let rest = part;
    while (held + rest.length >= length) {
      const cut = length - held;
      yield Buffer.concat([...waiting, rest.subarray(0, cut)]);
      rest = rest.subarray(cut);
      waiting = [];
      held = 0;
    }
    if (rest.length > 0) waiting.push(rest);
    held += rest.length;
  }
  if (held > 0) yield Buffer.concat(waiting);
}
