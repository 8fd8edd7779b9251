/** Deflates bytes (RFC 1951) with the browser's own compressor. */
export function deflate(bytes: Uint8Array): Promise<Uint8Array> {
  return through(new CompressionStream('deflate-raw'), bytes);
}

/** The bytes that were deflated. @throws TypeError when they are damaged. */
export function inflate(bytes: Uint8Array): Promise<Uint8Array> {
  return through(new DecompressionStream('deflate-raw'), bytes);
}

async function through(
  stream: CompressionStream | DecompressionStream,
  bytes: Uint8Array,
): Promise<Uint8Array> {
  const blob = new Blob([new Uint8Array(bytes)]);
  return new Uint8Array(await new Response(blob.stream().pipeThrough(stream)).arrayBuffer());
}
