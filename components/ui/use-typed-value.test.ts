import { expect, test } from "vitest";
import { drawnHook } from "@/lib/testing/drawn-hook";
import { useTypedValue, type TypedValueProps } from "./use-typed-value";

const read = (text: string) => (/^\d+$/.test(text) ? { value: text.padStart(3, "0") } : { problem: "no figure" });
const input = { current: null };

/** A field of three figures, written with a sign; `held` is what its owner has of it. */
async function field(props: Partial<TypedValueProps> & { begin?: string } = {}) {
  const told: (string | null)[] = [];
  let held = props.begin ?? "";
  const onChange = (value: string | null) => {
    told.push(value);
    held = value ?? "";
  };
  const { now, does } = await drawnHook(() => {
    const owned = "defaultValue" in props ? {} : { value: held };
    return useTypedValue({ read, write: (value) => value && `#${value}`, onChange, ...owned, ...props }, input);
  });
  return {
    told,
    now,
    does,
    holds: (value: string) => (held = value),
    type: (text: string) => does(() => now().type(text)),
    leave: () => does(() => now().leave()),
  };
}

test("what is typed stays as it is until the field is left, and is told and sent meanwhile", async () => {
  const { now, told, type, leave } = await field();
  await type("7");
  expect(now()).toMatchObject({ text: "7", value: "007", posted: "007" });
  await leave();
  expect(now()).toMatchObject({ text: "#007", value: "007" });
  expect(told).toEqual(["007"]);
});

test("a text that cannot be read stays, is told as none, and is marked once the field is left", async () => {
  const { now, told, type, leave } = await field({ begin: "001" });
  await type("soon");
  expect(now()).toMatchObject({ isRead: false, problem: undefined });
  await leave();
  expect(now()).toMatchObject({ text: "soon", value: "", posted: "soon", problem: "no figure" });
  expect(told).toEqual([null]);
  await type("8");
  expect(now()).toMatchObject({ text: "8", problem: undefined, posted: "008" });
});

test("a patient field tells nothing before it is left, and never what cannot be read", async () => {
  const { now, told, type, leave } = await field({ isPatient: true, begin: "001" });
  await type("2");
  await type("23");
  expect(told).toEqual([]);
  await leave();
  expect(told).toEqual(["023"]);
  await type("soon");
  await leave();
  expect(told).toEqual(["023"]);
  expect(now()).toMatchObject({ text: "soon", problem: "no figure" });
  await type("");
  await leave();
  expect(told).toEqual(["023", ""]);
});

test("an empty field is right where nothing is needed", async () => {
  const { now, told, type, leave } = await field({ begin: "001" });
  await type(" ");
  await leave();
  expect(now()).toMatchObject({ value: "", problem: undefined });
  expect(told).toEqual([""]);
});

test("an empty field is wrong where something is needed", async () => {
  const { now, told, type, leave } = await field({ begin: "001", needed: "needed" });
  await type("");
  await leave();
  expect(now()).toMatchObject({ problem: "needed" });
  expect(told).toEqual([null]);
});

test("a value from elsewhere takes the text's place, also the one that stood there before", async () => {
  const { now, holds, type, leave } = await field({ isPatient: true, begin: "001" });
  await type("2");
  await leave();
  expect(now().text).toBe("#002");
  holds("001");
  await type("soon");
  expect(now()).toMatchObject({ text: "#001", isRead: true });
});

test("without an owner it keeps its value by itself", async () => {
  const { now, does, type } = await field({ defaultValue: "005" });
  expect(now()).toMatchObject({ text: "#005", posted: "005" });
  await type("soon");
  expect(now().posted).toBe("soon");
  await does(() => now().take("006"));
  expect(now()).toMatchObject({ text: "#006", posted: "006" });
});
