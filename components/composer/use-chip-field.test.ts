import { useState } from "react";
import { expect, test } from "vitest";
import { drawnHook } from "@/lib/testing/drawn-hook";
import { useChipField } from "./use-chip-field";

const ANA = "Ana <ana@lead.test>";
const BEN = "Ben <ben@lead.test>";
const EVA = "Eva <eva@lead.test>";
const NOWHERE = { row: { current: null }, input: { current: null } };

const openField = (first: string[]) =>
  drawnHook(() => {
    const [entries, setEntries] = useState(first);
    return { entries, field: useChipField(entries, setEntries, NOWHERE) };
  });

test("who is typed anew stays a recipient until the new text is taken, which stands in the same place", async () => {
  const { now, does } = await openField([ANA, BEN, EVA]);
  await does(() => now().field.edit(1));
  expect(now()).toMatchObject({ entries: [ANA, BEN, EVA], field: { typed: BEN, edited: BEN } });

  await does(() => now().field.setTyped("Ben <ben@elsewhere.test>"));
  expect(now().entries).toEqual([ANA, BEN, EVA]);
  await does(() => now().field.commit());
  expect(now()).toMatchObject({
    entries: [ANA, "Ben <ben@elsewhere.test>", EVA],
    field: { typed: "", edited: null },
  });
});

test("a chip that was only looked at is as it was, and one whose text was taken out is gone", async () => {
  const { now, does } = await openField([ANA, BEN]);
  const { entries } = now();
  await does(() => now().field.edit(0));
  await does(() => now().field.commit());
  expect(now().entries).toBe(entries);

  await does(() => now().field.edit(0));
  await does(() => now().field.setTyped(""));
  await does(() => now().field.commit());
  expect(now()).toMatchObject({ entries: [BEN], field: { edited: null } });
});

test("from one chip to the next, what is half typed is taken first", async () => {
  const { now, does } = await openField([ANA, BEN]);
  await does(() => now().field.edit(0));
  await does(() => now().field.setTyped("ana@new.test"));
  await does(() => now().field.edit(1));
  expect(now()).toMatchObject({ entries: ["ana@new.test", BEN], field: { typed: BEN, edited: BEN } });
});
