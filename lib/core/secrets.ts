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
const HASH_VERSION = "s1";

/** Encrypts text for storage with AES-256-GCM. `context` (such as "mailbox:<id>") is authenticated, so that a value cannot be moved to another row. */
export function encrypt(text: string, context: string): string {
  const iv = randomBytes(12);
  const cipher = createCipheriv("aes-256-gcm", derive(env().ENCRYPTION_KEY, "encryption"), iv);
  cipher.setAAD(Buffer.from(context));
  const body = Buffer.concat([cipher.update(text, "utf8"), cipher.final()]);
  return [
    VERSION,
    iv.toString("base64url"),
    cipher.getAuthTag().toString("base64url"),
    body.toString("base64url"),
  ].join(".");
}

/** Reads what `encrypt` wrote, under the present key or else the former one; throws when key, context or a byte differs. */
export function decrypt(sealed: string, context: string): string {
  return openWithAnyKey(sealed, context).text;
}

/** The same value under the present key, or null when it lies under it already. @throws as `decrypt` does */
export function reseal(sealed: string, context: string): string | null {
  const { text, isFormer } = openWithAnyKey(sealed, context);
  return isFormer ? encrypt(text, context) : null;
}

function openWithAnyKey(sealed: string, context: string): { text: string; isFormer: boolean } {
  const { ENCRYPTION_KEY, ENCRYPTION_KEY_OLD } = env();
  try {
    return { text: open(sealed, context, ENCRYPTION_KEY), isFormer: false };
  } catch (error) {
    if (!ENCRYPTION_KEY_OLD) throw error;
    return { text: open(sealed, context, ENCRYPTION_KEY_OLD), isFormer: true };
  }
}

function open(sealed: string, context: string, secret: string): string {
  const [version, iv, tag, body] = sealed.split(".");
  if (version !== VERSION || !iv || !tag || body === undefined) throw new Error("unknown form of an encrypted value");
  const decipher = createDecipheriv("aes-256-gcm", derive(secret, "encryption"), Buffer.from(iv, "base64url"));
  decipher.setAAD(Buffer.from(context));
  decipher.setAuthTag(Buffer.from(tag, "base64url"));
  return Buffer.concat([decipher.update(Buffer.from(body, "base64url")), decipher.final()]).toString("utf8");
}

/**
 * Hash of a bearer secret of ours (an API key): equal secrets have equal hashes. No key goes into it, so that API keys outlive a
 * rotation; their 256 random bits cannot be guessed back from it.
 */
export function hashSecret(secret: string): string {
  return `${HASH_VERSION}.${createHash("sha256").update(`threadwell api key ${secret}`).digest("base64url")}`;
}

/** Whether a stored hash is of the present kind. */
export const isPresentHash = (hash: string): boolean => hash.startsWith(`${HASH_VERSION}.`);

/** The hashes that a secret had before: keyed, under the present encryption key and the former one. */
export function formerHashes(secret: string): string[] {
  const { ENCRYPTION_KEY, ENCRYPTION_KEY_OLD } = env();
  return [ENCRYPTION_KEY, ENCRYPTION_KEY_OLD]
    .filter((key) => key !== undefined)
    .map((key) => createHmac("sha256", derive(key, "api-key")).update(secret).digest("base64url"));
}

/** Proves that a text is ours and meant for `purpose` (HMAC-SHA-256, base64url). */
export const sign = (text: string, purpose: string): string => signWith(env().ENCRYPTION_KEY, text, purpose);

/** Whether `sign` gave this signature, under the present key or the former one. */
export function isSigned(text: string, purpose: string, signature: string): boolean {
  const { ENCRYPTION_KEY, ENCRYPTION_KEY_OLD } = env();
  return [ENCRYPTION_KEY, ENCRYPTION_KEY_OLD].some(
    (key) => key !== undefined && equalSecrets(signWith(key, text, purpose), signature),
  );
}

const signWith = (key: string, text: string, purpose: string): string =>
  createHmac("sha256", derive(key, `signature of ${purpose}`))
    .update(text)
    .digest("base64url");

/** Compares two texts without telling by the time it takes where they differ. */
export function equalSecrets(a: string, b: string): boolean {
  const digest = (text: string) => createHash("sha256").update(text).digest();
  return timingSafeEqual(digest(a), digest(b));
}

function derive(secret: string, purpose: string): Buffer {
  return Buffer.from(hkdfSync("sha256", secret, "threadwell", purpose, 32));
}
