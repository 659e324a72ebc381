import { createHash, randomBytes, randomUUID } from "node:crypto";

/** A version 7 UUID (RFC 9562 §5.7): sorts by the millisecond it was made in. What is random of it is that of a version 4 one. */
export function newId(now = Date.now()): string {
  const time = now.toString(16).padStart(12, "0");
  return `${time.slice(0, 8)}-${time.slice(8)}-7${randomUUID().slice(15)}`;
}

/** A random secret of `bytes` bytes in base64url, for keys and tokens. */
export const newSecret = (bytes = 32): string => randomBytes(bytes).toString("base64url");

/** The emailStatsId of a new outbound message. */
export const newStatsId = (): string => randomUUID();

/**
 * The id of what a press makes: the same (a version 8 UUID) whenever the same is asked for by the same `pressId`, else a new one.
 * What is asked for holds who asks, so that nobody meets another's.
 */
export function idOfPress(pressId: string | undefined, asked: readonly unknown[]): string {
  if (pressId === undefined) return newId();
  const bytes = createHash("sha256")
    .update(JSON.stringify([pressId, ...asked]))
    .digest()
    .subarray(0, 16);
  bytes[6] = (bytes[6]! & 0x0f) | 0x80;
  bytes[8] = (bytes[8]! & 0x3f) | 0x80;
  return asUuid(bytes.toString("hex"));
}

const asUuid = (hex: string): string =>
  `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`;
