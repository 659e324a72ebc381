import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";

const FOLDER = join(process.cwd(), "components/settings");
/** A browser fills them in by itself, or there is nothing to type. */
const UNHELD = ["password-form.tsx", "smartlead/connect-key.tsx", "import/past-mail.tsx"];

test("every form of the settings in which something is typed asks before it is left", () => {
  const files = readdirSync(FOLDER, { recursive: true, encoding: "utf8" }).filter((file) => file.endsWith(".tsx"));
  const textOf = (file: string) => readFileSync(join(FOLDER, file), "utf8");
  const forms = files.filter((file) => textOf(file).includes("<form"));
  expect(forms.length).toBeGreaterThan(20);

  const asks = (file: string) =>
    /use(HeldForm|AskBeforeLeaving)\(/.test(textOf(file)) && /question\}/.test(textOf(file));
  expect(forms.filter((file) => !asks(file)).toSorted()).toEqual(UNHELD.toSorted());
});
