import { eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { leads } from "@/lib/db/schema";
import { leadName } from "@/lib/domain/lead-name";
import { makeWorld } from "@/lib/testing/factories";
import { useTestDatabase as testDatabase } from "@/lib/testing/test-db";
import { LEAD_NAME } from "./lead-name-column";

const test_ = testDatabase();

test.each([
  ["Ana Maria", "Berg"],
  ["健太", "森本"],
  ["민준", "김"],
  ["たろう", "スミス"],
  ["マイケル", "スミス"],
  ["Kenta", "森本"],
  ["", "森本"],
  ["Ana", ""],
  ["", ""],
])("the database writes the name of %j and %j as the app does", async (firstName, lastName) => {
  const { lead } = await makeWorld(test_.db);
  await test_.db.update(leads).set({ firstName, lastName }).where(eq(leads.id, lead.id));
  const [row] = await test_.db.select({ name: LEAD_NAME }).from(leads).where(eq(leads.id, lead.id));
  expect(row).toEqual({ name: leadName({ firstName, lastName }) });
});
