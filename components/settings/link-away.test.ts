import { JSDOM } from "jsdom";
import { expect, test } from "vitest";
import { linkAway } from "./link-away";

const HERE = "https://app.test/settings/mailboxes/1/edit?part=settings";

/** Where a press on the text of a link leads. */
function pressed(attributes: string, press: MouseEventInit = {}): string | null {
  const { window } = new JSDOM(`<a ${attributes}><b>Team</b></a>`, { url: HERE });
  let led: string | null = null;
  window.document.addEventListener("click", (event) => {
    led = linkAway(event, HERE);
    event.preventDefault();
  });
  const event = new window.MouseEvent("click", { bubbles: true, cancelable: true, ...press });
  window.document.querySelector("b")!.dispatchEvent(event);
  return led;
}

test("a link of the app leads away, to its place", () => {
  expect(pressed('href="/settings/team?a=1#b"')).toBe("/settings/team?a=1#b");
});

test.each([
  ["a place of the same page", 'href="#top"', {}],
  ["another app", 'href="https://elsewhere.test/settings"', {}],
  ["another tab", 'href="/inbox" target="_blank"', {}],
  ["a file", 'href="/api/export" download', {}],
  ["a press for another tab", 'href="/inbox"', { ctrlKey: true }],
  ["another button", 'href="/inbox"', { button: 1 }],
])("%s does not", (_what, attributes, press) => {
  expect(pressed(attributes, press)).toBeNull();
});
