import { createTranslator } from "next-intl";
import { expect, test } from "vitest";
import audit from "@/messages/en/audit.json";
import { sayFact } from "./say-fact";

const t = createTranslator({ locale: "en", messages: { audit }, namespace: "audit" });

test("a fact is said in words, its value as well where it has some", () => {
  expect(sayFact(t as never, { key: "role", value: "sdr" })).toBe("as SDR");
  expect(sayFact(t as never, { key: "reason", value: "auth" })).toBe("because: auth");
  expect(sayFact(t as never, { key: "steps", value: "2" })).toBe("2 steps");
});
