import { expect, test } from "vitest";
import { ComposerExtras } from "./schemas";

test("a zone in which a time was chosen exists, since every screen that shows the time asks for it", () => {
  const { success } = ComposerExtras.safeParse({ draftId: crypto.randomUUID(), scheduledZone: "Asia/Kolkata" });
  const unknown = ComposerExtras.safeParse({ draftId: crypto.randomUUID(), scheduledZone: "Mars/Olympus" });

  expect(success).toBe(true);
  expect(unknown.error?.issues).toMatchObject([{ path: ["scheduledZone"], message: "not_a_zone" }]);
});
