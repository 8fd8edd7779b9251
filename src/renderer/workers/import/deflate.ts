/** Deflates bytes (RFC 1951) with the browser's own compressor. */
export function deflate(bytes: Uint8Array): Promise<Uint8Array> {
  return through(new CompressionStream('deflate-raw'), bytes);
}

/** The bytes that were deflated. @throws TypeError when they are damaged. */
export function inflate(bytes: Uint8Array): Promise<Uint8Array> {
  return through(new DecompressionStream('deflate-raw'), bytes);
}

async function through(
  { readable, writable }: CompressionStream | DecompressionStream,
  bytes: Uint8Array,
): Promise<Uint8Array> {
  // Written by hand: a Blob of the bytes would take them to another process and back.
  const writer = writable.getWriter();
  const written = Promise.all([writer.write(bytes as Uint8Array<ArrayBuffer>), writer.close()]);
  const [out] = await Promise.all([new Response(readable).arrayBuffer(), written]);
  return new Uint8Array(out);
}
