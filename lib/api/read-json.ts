import { AppError } from "@/lib/core/errors";

/** Of one request: what is larger is refused before it is read whole. */
export const MAX_BODY_BYTES = 8 * 1024 * 1024;

/**
 * The body of a request as JSON, whatever content type it claims. Its size is measured while it is read.
 * @throws AppError `too_large`, or `invalid` (json)
 */
export async function readJson(request: Request): Promise<{ value: unknown; text: string }> {
  if (Number(request.headers.get("content-length")) > MAX_BODY_BYTES) throw new AppError("too_large");
  const bytes = await readCapped(request.body);
  try {
    const text = new TextDecoder("utf-8", { fatal: true }).decode(bytes);
    return { value: JSON.parse(text), text };
  } catch (cause) {
    throw new AppError("invalid", { reason: "json", cause });
  }
}

/** A body that is measured while it is read. @throws AppError `too_large` */
export async function readCapped(body: ReadableStream<Uint8Array> | null, most = MAX_BODY_BYTES): Promise<Uint8Array> {
  if (!body) return new Uint8Array();
  const chunks: Uint8Array[] = [];
  let size = 0;
  const reader = body.getReader();
  for (let part = await reader.read(); !part.done; part = await reader.read()) {
    size += part.value.length;
    if (size > most) {
      await reader.cancel();
      throw new AppError("too_large");
    }
    chunks.push(part.value);
  }
  return Buffer.concat(chunks);
}
