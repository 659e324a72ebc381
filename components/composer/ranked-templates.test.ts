import { expect, test } from "vitest";
import { rankedTemplates, withFolders } from "./ranked-templates";

const template = (name: string, shortcut = "", folderId: string | null = null) => ({
  id: name,
  folderId,
  isShared: false,
  mayChange: true,
  name,
  shortcut,
  bodyHtml: "<p>x</p>",
});
const folders = [{ id: "f", name: "Prices", isShared: true, mayChange: false }];
const all = withFolders(
  [template("Price list"), template("Meeting times", "pr"), template("Later", "", "f"), template("Thanks", "prompt")],
  folders,
);
const found = (typed: string) => rankedTemplates(all, typed).map(({ name }) => name);

test("a shortcut goes before a name, and a name before a folder", () => {
  expect(found("pr")).toEqual(["Meeting times", "Thanks", "Price list", "Later"]);
  expect(found("PRICELI")).toEqual(["Price list"]);
  expect(found("zeppelin")).toEqual([]);
  expect(found("")).toHaveLength(4);
});
