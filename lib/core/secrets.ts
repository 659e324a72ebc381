import {
  createCipheriv,
  createDecipheriv,
  createHash,
  createHmac,
  hkdfSync,
  randomBytes,
  timingSafeEqual,
} from "node:crypto";
import { env } from "./env";

const VERSION = "v1";

/** Encrypts text for storage with AES-256-GCM. `context` (such as "mailbox:<id>") is authenticated, so that a value cannot be moved to another row. */
export function encrypt(text: string, context: string): string {
  const iv = randomBytes(12);
  const cipher = createCipheriv("aes-256-gcm", key(), iv);
  cipher.setAAD(Buffer.from(context));
  const body = Buffer.concat([cipher.update(text, "utf8"), cipher.final()]);
  return [
    VERSION,
    iv.toString("base64url"),
    cipher.getAuthTag().toString("base64url"),
    body.toString("base64url"),
  ].join(".");
}

/** Reads what `encrypt` wrote; throws when the key, the context or a byte differs. */
export function decrypt(sealed: string, context: string): string {
  const [version, iv, tag, body] = sealed.split(".");
  if (version !== VERSION || !iv || !tag || body === undefined) throw new Error("unknown form of an encrypted value");
  const decipher = createDecipheriv("aes-256-gcm", key(), Buffer.from(iv, "base64url"));
  decipher.setAAD(Buffer.from(context));
  decipher.setAuthTag(Buffer.from(tag, "base64url"));
  return Buffer.concat([decipher.update(Buffer.from(body, "base64url")), decipher.final()]).toString("utf8");
}

/** Keyed hash of a bearer secret (an API key): equal secrets have equal hashes, and the hash alone is of no use. */
export function hashSecret(secret: string): string {
  return createHmac("sha256", derive("api-key")).update(secret).digest("base64url");
}

/** Compares two texts without telling by the time it takes where they differ. */
export function equalSecrets(a: string, b: string): boolean {
  const digest = (text: string) => createHash("sha256").update(text).digest();
  return timingSafeEqual(digest(a), digest(b));
}

const key = () => derive("encryption");

function derive(purpose: string): Buffer {
  return Buffer.from(hkdfSync("sha256", env().ENCRYPTION_KEY, "threadwell", purpose, 32));
}
