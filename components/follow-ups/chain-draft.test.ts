import { expect, test } from "vitest";
import type { StepWait } from "@/lib/domain/follow-up";
import type { VariableSource } from "@/lib/domain/template-variables";
import type { CategoryView } from "@/lib/domain/thread-view";
import { chainOf, chainReducer, hasText, stepProblem, stopsOf, type ChainAction, type ChainDraft } from "./chain-draft";

const days = (count: number): StepWait => ({ count, unit: "days", time: "09:10" });
const SOURCE = { lead: { firstName: "Defne", custom: {} }, campaign: {}, sender: {} } as unknown as VariableSource;

/** Steps a, b … with these texts and waits of 1, 2 … days. */
function chain(...texts: string[]): ChainDraft {
  const keys = ["a", "b", "c"].values();
  const steps = texts.map((bodyHtml, index) => ({ bodyHtml, templateIds: [], wait: days(index + 1) }));
  return chainOf({ steps, stopCategoryIds: null, awayRule: "move" }, () => keys.next().value!);
}

const after = (before: ChainDraft, ...actions: ChainAction[]) => actions.reduce(chainReducer, before);
const written = ({ steps }: ChainDraft) => steps.map(({ bodyHtml, wait }) => `${bodyHtml} ${wait.count}`);

test("a step that moves takes its text along, and waits stay where they are", () => {
  const moved = after(chain("<p>one</p>", "<p>two</p>"), { type: "moved", key: "b", by: -1 });

  expect(written(moved)).toEqual(["<p>two</p> 1", "<p>one</p> 2"]);
  expect(after(moved, { type: "moved", key: "b", by: -1 })).toEqual(moved);
});

test("a removed step with words is put back where it was; the last one is not removed", () => {
  const before = chain("<p>one</p>", "<p>two</p>", "");

  const without = after(before, { type: "removed", key: "a" }, { type: "removed", key: "c" });

  expect(written(without)).toEqual(["<p>two</p> 2"]);
  expect(after(without, { type: "removed", key: "b" })).toEqual(without);
  expect(written(after(without, { type: "putBack" }))).toEqual(["<p>one</p> 1", "<p>two</p> 2"]);
  expect(hasText(after(chain("<p>one</p>", ""), { type: "removed", key: "a" }))).toBe(true);
});

test("a template takes the place of another, and stands below what somebody wrote", () => {
  const put = (templateId: string): ChainAction => ({
    type: "template",
    key: "a",
    templateId,
    html: `<p>${templateId}</p>`,
  });

  const twice = after(chain(""), put("first"), put("second"));
  const own = after(twice, { type: "text", key: "a", html: "<p>second, and more</p>" }, put("third"));

  expect(twice.steps[0]).toMatchObject({ bodyHtml: "<p>second</p>", templateIds: ["second"] });
  expect(own.steps[0]).toMatchObject({
    bodyHtml: "<p>second, and more</p><p>third</p>",
    templateIds: ["second", "third"],
  });
  expect(own.steps[0]!.turn).toBe(3);
});

test("no more than ten steps", () => {
  const added: ChainAction[] = Array.from({ length: 12 }, (_, index) => ({
    type: "added",
    key: `${index}`,
    wait: days(1),
  }));

  expect(after(chain("<p>one</p>"), ...added).steps).toHaveLength(10);
});

test.each([
  ["<p> </p>", days(1), { reason: "empty" }],
  ["<p>Hi</p>", days(0), { reason: "wait" }],
  ["<p>Hi</p>", days(366), { reason: "wait" }],
  ["<p>Hi</p>", { ...days(1), time: "" }, { reason: "time" }],
  ["<p>Hi {{lead.firstName}}, {{lead.phone}}</p>", days(1), { reason: "open", name: "lead.phone" }],
  ["<p>Hi {{lead.firstName}}</p>", days(1), null],
])("%s with %o is not ready for %o", (bodyHtml, wait, problem) => {
  const source = { ...SOURCE, lead: { ...SOURCE.lead, phone: "" } };

  expect(stepProblem({ ...chain(bodyHtml).steps[0]!, wait }, source)).toEqual(problem);
});

test("what says no stops it unless somebody chooses", () => {
  const categories = [
    { id: "yes", sentiment: "positive" },
    { id: "no", sentiment: "negative" },
  ] as CategoryView[];

  expect(stopsOf(chain(""), categories)).toEqual(["no"]);
  expect(stopsOf(after(chain(""), { type: "stops", categoryIds: [] }), categories)).toEqual([]);
});
