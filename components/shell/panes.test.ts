import { expect, test } from "vitest";
import { PANE_LIMITS, readPanes, USUAL_PANES, withinLimits, writePanes } from "./panes";

test("what is written is what is read", () => {
  const panes = { list: 420, lead: 300, isLeadShown: false, areCampaignsShown: false };
  expect(readPanes(writePanes(panes))).toEqual(panes);
});

test("without a cookie everything is as usual", () => {
  expect(readPanes(undefined)).toEqual(USUAL_PANES);
  expect(readPanes("")).toEqual(USUAL_PANES);
});

test("what a cookie says that cannot be is as usual too, and no pane leaves its limits", () => {
  expect(readPanes("list=abc&lead=&isLeadShown=maybe")).toEqual(USUAL_PANES);
  expect(readPanes("list=9000&lead=3")).toMatchObject({ list: PANE_LIMITS.list.max, lead: PANE_LIMITS.lead.min });
  expect(withinLimits("list", 310.6)).toBe(311);
});
