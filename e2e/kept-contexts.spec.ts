import type { BrowserContext, Page } from "@playwright/test";
import { expect, test } from "./fixtures";

// The context of the first journey is the second one's as well, and must look like a new one.
let first: BrowserContext;
let before: Awaited<ReturnType<typeof keptIn>>;

test("a journey leaves something wherever a page can", async ({ page, context }) => {
  first = context;
  await page.goto("/sign-in");
  before = await keptIn(page);
  await page.evaluate(async () => {
    localStorage.setItem("left", "here");
    sessionStorage.setItem("left", "here");
    window.name = "left";
    document.cookie = "left=here; path=/; max-age=3600";
    await (await caches.open("left")).put("/left", new Response("here"));
    await new Promise((resolve, reject) => {
      const opening = indexedDB.open("left");
      opening.onupgradeneeded = () => opening.result.createObjectStore("left").put("here", "left");
      opening.onsuccess = resolve;
      opening.onerror = reject;
    });
  });
  const after = await keptIn(page);
  for (const [place, kept] of Object.entries(before)) expect(after[place as keyof typeof after]).not.toEqual(kept);
  await (await context.newPage()).goto("/sign-in");
  await context.setOffline(true);
});

test("the next one finds nothing of it", async ({ page, context }) => {
  expect(context).toBe(first);
  expect(context.pages()).toHaveLength(1);
  await page.goto("/sign-in");
  expect(await keptIn(page)).toEqual(before);
});

test.describe("who asks for a new browser", () => {
  test.use({ isNewBrowser: true });

  test("has one that no journey was in", async ({ context }) => {
    expect(context).not.toBe(first);
  });
});

test.describe("what nothing takes back", () => {
  test("is set on a whole context", async ({ context }) => {
    expect(context).toBe(first);
    await context.grantPermissions(["clipboard-read"]);
  });

  test("ends with it", async ({ context }) => {
    expect(context).not.toBe(first);
  });
});

const keptIn = (page: Page) =>
  page.evaluate(async () => ({
    local: Object.keys(localStorage).toSorted(),
    session: Object.keys(sessionStorage).toSorted(),
    name: window.name,
    cookies: document.cookie,
    caches: await caches.keys(),
    databases: (await indexedDB.databases()).map(({ name }) => name),
  }));
