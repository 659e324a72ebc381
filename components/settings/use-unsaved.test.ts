import { expect, test, vi } from "vitest";
import { drawnHook } from "@/lib/testing/drawn-hook";
import { textOf } from "./use-action-form";
import { useUnsaved } from "./use-unsaved";

/** A form with a name, which comes after whoever holds it has been drawn, as in a dialog. */
async function heldForm() {
  const { now, does } = await drawnHook(() => useUnsaved((data) => ({ name: textOf(data, "name") })));
  vi.stubGlobal("FormData", window.FormData);
  const form = document.createElement("form");
  form.innerHTML = "<input name=name value=Acme>";
  const detach = now().ref(form);
  const type = (text: string) => void (form.querySelector<HTMLInputElement>("input")!.value = text);
  return { now, does, form, type, detach };
}

test("a form is changed by what is typed, and no longer once that is saved or the form has gone", async () => {
  const { now, type, detach } = await heldForm();
  expect(now().isChanged()).toBe(false);

  type("Beta");
  expect(now().isChanged()).toBe(true);
  await now().saving(() => Promise.resolve({ ok: false, error: { code: "invalid" } }))({ name: "Beta" });
  expect(now().isChanged()).toBe(true);
  await now().saving(() => Promise.resolve({ ok: true, data: null }))({ name: "Beta" });
  expect(now().isChanged()).toBe(false);

  type("Gamma");
  detach();
  expect(now().isChanged()).toBe(false);
});

test("a form that is emptied for the next one is as it came", async () => {
  const { now, type, form } = await heldForm();
  type("Beta");
  await now().saving(() => Promise.resolve({ ok: true, data: null }))({ name: "Beta" });
  form.reset();
  expect(now().isChanged()).toBe(false);
});
