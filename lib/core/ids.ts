import { randomBytes, randomUUID } from "node:crypto";

/** A version 7 UUID (RFC 9562 §5.7): sorts by the millisecond it was made in. */
export function newId(now = Date.now()): string {
  const bytes = randomBytes(16);
  bytes.writeUIntBE(now, 0, 6);
  bytes[6] = (bytes[6]! & 0x0f) | 0x70;
  bytes[8] = (bytes[8]! & 0x3f) | 0x80;
  const hex = bytes.toString("hex");
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`;
}

/** A random secret of `bytes` bytes in base64url, for keys and tokens. */
export const newSecret = (bytes = 32): string => randomBytes(bytes).toString("base64url");

/** The emailStatsId of a new outbound message. */
export const newStatsId = (): string => randomUUID();
