import { expect, test } from "vitest";
import { pickMessages } from "./pick-messages";

const all = { common: { save: "Save" }, settings: { title: "Settings", pages: { team: "Team" }, back: "Back" } };

test("only what is asked for is picked: namespaces, and parts of them", () => {
  expect(pickMessages(all, ["common", "settings.pages", "settings.back"])).toEqual({
    common: { save: "Save" },
    settings: { pages: { team: "Team" }, back: "Back" },
  });
});
