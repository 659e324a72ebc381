import ICAL from "ical.js";
import { createTranslator } from "next-intl";
import { expect, test, vi } from "vitest";
import { threadReminders, members } from "@/lib/db/schema";
import { messages as english } from "@/lib/i18n/catalogues/en";
import { messages as german } from "@/lib/i18n/catalogues/de";
import { makeCalendarFeed } from "@/lib/services/calendar-feeds/make-calendar-feed";
import { contextOf, makeWorld } from "@/lib/testing/factories";
import { useTestDatabase as testDatabase } from "@/lib/testing/test-db";

const test_ = testDatabase();
vi.mock("next-intl/server", () => ({
  getTranslations: ({ locale }: { locale: string }) =>
    createTranslator({ locale, namespace: "feed.entry", messages: locale === "de" ? german : english }),
}));

// A test file that ran before in this process may have read the route with other words.
vi.resetModules();
const { GET } = await import("./route");

const ask = (secret: string, headers: Record<string, string> = {}) =>
  GET(new Request("http://localhost:3000/api/calendar/x.ics", { headers: { host: "localhost:3000", ...headers } }), {
    params: Promise.resolve({ secret }),
  });

test("a calendar program is given the feed by its address alone, in the member's language, and once as long as it stays the same", async () => {
  const world = await makeWorld(test_.db);
  await test_.db.update(members).set({ preferences: { locale: "de" } });
  const { workspaceId, member, thread } = world;
  const remindAt = new Date(Date.now() + 3_600_000);
  const wanted = { workspaceId, threadId: thread.id, memberId: member.id, condition: "always" as const, remindAt };
  await test_.db.insert(threadReminders).values(wanted);
  const { secret } = await makeCalendarFeed(contextOf(member, test_.db));

  const answer = await ask(`${secret}.ics`);
  const text = await answer.text();

  expect(answer.status).toBe(200);
  expect(Object.fromEntries(answer.headers)).toMatchObject({
    "content-type": "text/calendar; charset=utf-8",
    "cache-control": "private, no-cache",
    "referrer-policy": "no-referrer",
  });
  expect(answer.headers.get("set-cookie")).toBeNull();
  const [event] = new ICAL.Component(ICAL.parse(text) as unknown[]).getAllSubcomponents("vevent");
  expect(event!.getFirstPropertyValue("summary")).toBe(`Erinnerung, Ana Berg: ${thread.subject}`);
  expect(event!.getFirstPropertyValue("url")).toBe(`http://localhost:3000/inbox/${thread.id}`);

  const again = await ask(`${secret}.ics`, { "if-none-match": `W/${answer.headers.get("etag")}` });
  expect([again.status, await again.text()]).toEqual([304, ""]);
  const wrong = await ask("nobody-made-this.ics");
  expect([wrong.status, await wrong.text(), wrong.headers.get("etag")]).toEqual([404, "", null]);
});
