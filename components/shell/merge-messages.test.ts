import { expect, test } from "vitest";
import { mergeMessages } from "./merge-messages";

test("a part of a namespace stays beside another part of it", () => {
  const known = { composer: { schedule: { move: "Move" } }, inbox: { title: "Inbox" } };
  const more = { composer: { reply: { action: { move: "Move" } } }, tasks: { add: "Add" } };

  expect(mergeMessages(known, more)).toEqual({
    composer: { schedule: { move: "Move" }, reply: { action: { move: "Move" } } },
    inbox: { title: "Inbox" },
    tasks: { add: "Add" },
  });
});

test("a text that was made ready ahead is taken whole, and what was known stays as it was", () => {
  const known = { inbox: { waits: ["since", 1] } };

  expect(mergeMessages(known, { inbox: { waits: ["for", 2] } })).toEqual({ inbox: { waits: ["for", 2] } });
  expect(known).toEqual({ inbox: { waits: ["since", 1] } });
});
