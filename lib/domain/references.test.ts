import fc from "fast-check";
import { expect, test } from "vitest";
import { isMessageId, referencesFor } from "./references";

test("a reply names its parent's chain and the parent", () => {
  const parent = { messageId: "c@x", references: ["a@x", "b@x"], inReplyTo: ["b@x"] };

  expect(referencesFor(parent)).toEqual(["a@x", "b@x", "c@x"]);
});

test("a parent without References lends its In-Reply-To, if that is one id", () => {
  expect(referencesFor({ messageId: "b@x", references: [], inReplyTo: ["a@x"] })).toEqual(["a@x", "b@x"]);
  expect(referencesFor({ messageId: "c@x", references: [], inReplyTo: ["a@x", "b@x"] })).toEqual(["c@x"]);
});

test("a long chain keeps the first and the newest", () => {
  const references = Array.from({ length: 100 }, (_, at) => `${at}@x`);

  const result = referencesFor({ messageId: "parent@x", references, inReplyTo: [] });

  expect(result[0]).toBe("0@x");
  expect(result.slice(-3)).toEqual(["98@x", "99@x", "parent@x"]);
  expect(result.length).toBeLessThanOrEqual(30);
});

test("doubles and what could break a header are left out", () => {
  const references = ["a@x", "a@x", "b@x>\r\nBcc: eve@evil.test", "c d@x", "p@x"];

  expect(referencesFor({ messageId: "p@x", references, inReplyTo: [] })).toEqual(["a@x", "p@x"]);
});

test("whatever a parent claims, the result fits a header and ends with the parent", () => {
  fc.assert(
    fc.property(fc.array(fc.string({ unit: "binary", maxLength: 2000 })), (references) => {
      const result = referencesFor({ messageId: "p@x", references, inReplyTo: [] });

      expect(result.at(-1)).toBe("p@x");
      expect(result.every(isMessageId)).toBe(true);
      expect(result.join(" ").length).toBeLessThan(6000);
    }),
  );
});
