import { expect, test } from "vitest";
import type { TemplateItem } from "@/lib/domain/template-view";
import { isOn, placeFor, shelfKey, shelvesOf } from "./shelves";

const prices = { id: "prices", name: "Prices", isShared: true, mayChange: false };
const mine = { id: "mine", name: "Mine", isShared: false, mayChange: true };
const template = (values: Partial<TemplateItem>) => ({ folderId: null, isShared: false, ...values }) as TemplateItem;

test("each side is followed by its folders", () => {
  const shelves = shelvesOf({ folders: [prices, mine] });

  expect(shelves.map(shelfKey)).toEqual(["all", "own", "mine", "team", "prices"]);
  const inFolder = template({ folderId: "prices", isShared: true });
  expect(shelves.filter((shelf) => isOn(shelf, inFolder)).map(shelfKey)).toEqual(["all", "team", "prices"]);
});

test("a new template begins where one looks, if one may write there", () => {
  expect(placeFor({ kind: "folder", folder: mine }, false)).toEqual({ folderId: "mine", isShared: false });
  expect(placeFor({ kind: "folder", folder: prices }, false)).toEqual({ folderId: null, isShared: false });
  expect(placeFor({ kind: "team" }, true)).toEqual({ folderId: null, isShared: true });
  expect(placeFor({ kind: "team" }, false)).toEqual({ folderId: null, isShared: false });
});
