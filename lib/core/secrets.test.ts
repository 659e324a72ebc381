import { beforeAll, expect, test } from "vitest";
import { decrypt, encrypt, equalSecrets, hashSecret } from "./secrets";

beforeAll(() => {
  process.env.AUTH_SECRET = "a-secret-for-tests-only";
  process.env.ENCRYPTION_KEY = "a-key-for-tests-only-0123456789";
});

test("what was encrypted is read again, and looks different each time", () => {
  const sealed = encrypt("päss word", "mailbox:1:imap");

  expect(decrypt(sealed, "mailbox:1:imap")).toBe("päss word");
  expect(encrypt("päss word", "mailbox:1:imap")).not.toBe(sealed);
  expect(sealed).not.toContain("word");
});

test("a value moved to another row cannot be read", () => {
  const sealed = encrypt("secret", "mailbox:1:imap");

  expect(() => decrypt(sealed, "mailbox:2:imap")).toThrow();
});

test("a changed byte is noticed", () => {
  const [version, iv, tag, body] = encrypt("secret", "here").split(".");
  const flipped = body!.startsWith("A") ? `B${body!.slice(1)}` : `A${body!.slice(1)}`;

  expect(() => decrypt([version, iv, tag, flipped].join("."), "here")).toThrow();
});

test("equal keys have equal hashes, others do not", () => {
  expect(hashSecret("tw_one")).toBe(hashSecret("tw_one"));
  expect(hashSecret("tw_one")).not.toBe(hashSecret("tw_two"));
  expect(equalSecrets("a", "a")).toBe(true);
  expect(equalSecrets("a", "ab")).toBe(false);
});
