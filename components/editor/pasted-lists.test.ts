import { expect, test } from "vitest";
import { useDom } from "@/lib/testing/use-dom";
import { mendLists } from "./pasted-lists";

useDom();

function mended(html: string): string {
  const { body } = new DOMParser().parseFromString(html, "text/html");
  mendLists(body);
  return body.innerHTML;
}
const checked = (html: string) =>
  [...new DOMParser().parseFromString(mended(html), "text/html").querySelectorAll("[data-type=taskItem]")].map((item) =>
    item.getAttribute("data-checked"),
  );

test("a list that stands beside an item stands in it", () => {
  expect(mended("<ul><li>a</li><ul><li>b</li><ol><li>c</li></ol></ul><li>d</li></ul>")).toBe(
    "<ul><li>a<ul><li>b<ol><li>c</li></ol></li></ul></li><li>d</li></ul>",
  );
  expect(mended("<ul><ul><li>before any item</li></ul></ul>")).toBe("<ul><ul><li>before any item</li></ul></ul>");
});

test("an item that is only a list begins with an empty line, one with words does not", () => {
  expect(mended("<ul><li><ol><li>a</li></ol></li><li> b <ul><li>c</li></ul></li></ul>")).toBe(
    "<ul><li><p></p><ol><li>a</li></ol></li><li> b <ul><li>c</li></ul></li></ul>",
  );
});

test.each([
  ["signs", "<ul><li>☑ a</li><li>☐ b</li><li>☒ c</li></ul>", ["true", "false", "true"]],
  [
    "inputs",
    "<ul><li><input type=checkbox checked> a</li><li><label><input type=checkbox>b</label></li></ul>",
    ["true", "false"],
  ],
  ["roles", "<ul><li role=checkbox aria-checked=true>a</li><li role=checkbox>b</li></ul>", ["true", "false"]],
  ["a paragraph's input", "<ul><li><p><input type=checkbox checked>a</p></li></ul>", ["true"]],
  ["one item without", "<ul><li>☑ a</li><li>b</li></ul>", []],
  ["no item", "<ul></ul>", []],
  ["a box in the middle", "<ul><li>a ☑</li></ul>", []],
  ["numbers", "<ol><li>☑ a</li></ol>", []],
])("lines with boxes are a check-list: %s", (_name, html, states) => {
  expect(checked(html)).toEqual(states);
});

test("boxes of a list within an item are not the item's", () => {
  const inner = "<ul><li>☑ in it</li></ul>";

  expect(checked(`<ul><li>${inner}</li></ul>`)).toEqual(["true"]);
  expect(checked(`<ul><li>☐ around${inner}</li></ul>`)).toEqual(["false", "true"]);
});
