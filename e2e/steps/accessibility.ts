import { readFileSync } from "node:fs";
import type { Page } from "@playwright/test";
import type axe from "axe-core";

/** Half as long as what the package itself would put into a page. */
const AXE = readFileSync("node_modules/axe-core/axe.min.js", "utf8");

/** All rules, or only what a change of colours can break. */
export type Look = "whole" | "colours";

const WCAG = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"];
const COLOUR_RULES = ["color-contrast", "link-in-text-block"];

/**
 * What axe finds on the page as it stands, a line a rule; nothing when it is as WCAG 2.2 AA asks. Mail in its frames is as its
 * sender made it, and a link in a text that is being written is no target: a bubble opens it.
 */
export async function violationsOf(page: Page, look: Look): Promise<string[]> {
  // The rules are a long script: once a page is enough.
  if (!(await page.evaluate(() => "axe" in window))) await page.evaluate(AXE);
  const runOnly =
    look === "whole" ? ({ type: "tag", values: WCAG } as const) : ({ type: "rule", values: COLOUR_RULES } as const);
  return page.evaluate(async (only) => {
    const { violations } = await (window as unknown as { axe: typeof axe }).axe.run(
      { exclude: ["iframe", ".reply-text a"] },
      { runOnly: { type: only.type, values: [...only.values] }, resultTypes: ["violations"], iframes: false },
    );
    return violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.target.join(" ")).join(", ")}`);
  }, runOnly);
}
