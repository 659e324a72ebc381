import { expect, test } from "vitest";
import { useDom } from "@/lib/testing/use-dom";
import { watchLinks } from "./watch-links";

useDom();

test("a link is followed by each button but the one that opens the browser's menu", () => {
  document.body.innerHTML = '<a href="mailto:jane@lead.test">Jane</a>';
  const link = document.querySelector("a")!;
  const followed: string[] = [];
  const unwatch = watchLinks(document, (address) => followed.push(address) < 0);
  const press = (name: string, button: number) =>
    link.dispatchEvent(new window.MouseEvent(name, { button, bubbles: true, cancelable: true }));

  expect(press("auxclick", 2)).toBe(true);
  expect(followed).toEqual([]);
  expect(press("click", 0)).toBe(false);
  expect(press("auxclick", 1)).toBe(false);
  expect(followed).toEqual(["mailto:jane@lead.test", "mailto:jane@lead.test"]);
  unwatch();
});
