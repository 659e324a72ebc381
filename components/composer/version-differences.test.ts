import { expect, test } from "vitest";
import type { DraftContent } from "@/lib/domain/draft";
import { versionDifferences, type Piece } from "./version-differences";

const draft = (values: Partial<DraftContent>) =>
  ({ to: [], cc: [], bcc: [], attachments: [], bodyHtml: "", ...values }) as unknown as DraftContent;
const own = (pieces: Piece[]) => pieces.filter(({ isOwn }) => isOwn).map(({ text }) => text.trim());
const whole = (pieces: Piece[]) => pieces.map(({ text }) => text).join("");

test("each version is whole, with the words marked that the other does not have", () => {
  const { mine, theirs } = versionDifferences(
    draft({ bodyHtml: "<p>Hi Ana,</p><p>the price is <b>40</b> a month.</p>" }),
    draft({ bodyHtml: "<p>Hi Ana,</p><p>the price is 45 a month &amp; fixed.</p>" }),
  );
  expect(whole(mine.pieces)).toBe("Hi Ana,\nthe price is 40 a month.");
  expect(whole(theirs.pieces)).toBe("Hi Ana,\nthe price is 45 a month & fixed.");
  expect(own(mine.pieces)).toEqual(["40"]);
  expect(own(theirs.pieces).join(" ")).toMatch(/45.*fixed/);
});

test("words that stand next to each other are one passage, and lines stay apart", () => {
  const { theirs } = versionDifferences(
    draft({ bodyHtml: "<p>Thank you, Tuesday suits us.</p>" }),
    draft({ bodyHtml: "<p>Thank you, Wednesday suits us.</p><p>See you there!</p>" }),
  );
  expect(whole(theirs.pieces)).toBe("Thank you, Wednesday suits us.\nSee you there!");
  expect(own(theirs.pieces)).toEqual(["Wednesday", "See you there!"]);
});

test("recipients and files that only one of them has are marked, however they are spelled", () => {
  const file = (uploadId: string) => ({ uploadId, fileName: `${uploadId}.pdf`, contentType: "", size: 1 });
  const { mine, theirs } = versionDifferences(
    draft({ to: ["Ana <ANA@lead.test>"], attachments: [file("a")] }),
    draft({ to: ["ana@lead.test"], cc: ["ben@lead.test", "no address"], attachments: [file("a"), file("b")] }),
  );
  expect([own(mine.recipients), own(mine.files)]).toEqual([[], []]);
  expect([own(theirs.recipients), own(theirs.files)]).toEqual([["Cc ben@lead.test", "Cc no address"], ["b.pdf"]]);
});

test("a text of any length is shown at once", () => {
  const long = Array.from({ length: 20_000 }, (_, index) => `word${index}`).join(" ");
  const { mine } = versionDifferences(draft({ bodyHtml: `<p>${long}</p>` }), draft({ bodyHtml: "<p>Other</p>" }));
  expect(mine.pieces).toHaveLength(1);
});

test("recipients and files that are the same in both are not told, one that has moved to a blind copy is", () => {
  const file = { uploadId: "a", fileName: "a.pdf", contentType: "", size: 1 };
  const one = draft({ to: ["Ana <ana@lead.test>"], cc: ["ben@lead.test"], attachments: [file] });
  const same = versionDifferences(one, draft({ to: ["ana@lead.test"], cc: ["ben@lead.test"], attachments: [file] }));
  expect([same.mine.recipients, same.theirs.recipients, same.mine.files, same.theirs.files]).toEqual([[], [], [], []]);
  const moved = versionDifferences(one, draft({ to: ["ana@lead.test"], bcc: ["ben@lead.test"] }));
  expect([own(moved.mine.recipients), own(moved.theirs.recipients)]).toEqual([
    ["Cc ben@lead.test"],
    ["Bcc ben@lead.test"],
  ]);
});
