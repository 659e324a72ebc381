import { expect, test, vi } from "vitest";
import type { ActionResult } from "@/lib/actions/action";
import { drawnHook } from "@/lib/testing/drawn-hook";
import { textOf, useActionForm } from "./use-action-form";

vi.mock("./error-words", () => ({
  useErrorWords: () => ({ ofField: ({ reason }: { reason: string }) => reason, ofError: () => "refused" }),
}));

type Input = { email: string; host: string; first: string; last: string };
const REFUSED: ActionResult<never> = {
  ok: false,
  error: {
    code: "invalid",
    fields: [
      { path: "email", reason: "empty" },
      { path: "host", reason: "empty" },
      { path: "last", reason: "ends_before" },
    ],
  },
};

/** A form that was sent empty and refused; `host` follows what is drawn, as a guess does. */
async function refusedForm() {
  let host = "";
  const { now, does } = await drawnHook(() => {
    const form = useActionForm<Input, never>(
      () => Promise.resolve(REFUSED),
      () => undefined,
    );
    const send = form.submit((data) => ({
      email: textOf(data, "email"),
      host,
      first: textOf(data, "first"),
      last: textOf(data, "last"),
    }));
    return { ...form, send };
  });
  vi.stubGlobal("FormData", window.FormData);
  const form = document.createElement("form");
  form.innerHTML = "<input name=email><input name=first value=b><input name=last value=a>";
  const event = { preventDefault: () => undefined, currentTarget: form } as unknown as React.FormEvent<HTMLFormElement>;
  await does(() => now().send(event));
  const type = async (name: string, text: string) => {
    await does(() => {
      const field = form.querySelector<HTMLInputElement>(`[name=${name}]`)!;
      field.value = text;
      field.dispatchEvent(new window.Event("input", { bubbles: true }));
    });
    // It is looked at once the field has been drawn.
    await new Promise((resolve) => setTimeout(resolve, 5));
    await does(() => undefined);
  };
  const wrong = () => ["email", "host", "last"].filter((path) => now().errorOf(path));
  return { type, wrong, guess: (known: string) => (host = known) };
}

test("an error goes when its field changes, that of another field stays", async () => {
  const { type, wrong } = await refusedForm();
  expect(wrong()).toEqual(["email", "host", "last"]);

  await type("email", "sales@gmail.test");
  expect(wrong()).toEqual(["host"]);
});

test("an error goes when its field is filled by what is drawn into it", async () => {
  const { type, wrong, guess } = await refusedForm();
  guess("imap.gmail.test");

  await type("email", "sales@gmail.test");
  expect(wrong()).toEqual([]);
});

test("what is wrong between two fields is put right in either", async () => {
  const { type, wrong } = await refusedForm();

  await type("first", "a");
  expect(wrong()).toEqual(["email", "host"]);
});
