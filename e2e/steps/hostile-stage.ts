import type { ServerResponse } from "node:http";
import type { Browser } from "@playwright/test";
import { hostileMail, type HostileMail } from "@/lib/testing/hostile/hostile-mail";
import { startPictureServer } from "@/lib/testing/picture-server";

/** What each document is sent with, and the `sandbox` of its frame; null for none. */
type Guard = { headers: Record<string, string>; sandbox: string | null };
/** Which vectors asked another server, which asked the server they came from, and which ran, by their numbers. */
type Fired = { asked: Set<number>; askedOwn: Set<number>; ran: Set<number> };

const AT_ONCE = 40;

/**
 * Draws the hostile HTML as it was written, which no sanitiser has seen, in frames guarded as told. Nothing of it is asked of the app
 * or of the server that the app's own mail aims at, so that what fires here is never taken for what the app let through.
 */
export async function stageHostileHtml(browser: Browser, { headers, sandbox }: Guard): Promise<Fired> {
  const answers: Record<string, (response: ServerResponse) => void> = {};
  const [server, stage] = [await startPictureServer(), await startPictureServer(answers)];
  const mails = hostileMail({ server: server.url, app: stage.url }).filter(({ group }) => group === "html");
  const fired: Fired = { asked: new Set(), askedOwn: new Set(), ran: new Set() };
  const page = await (await browser.newContext()).newPage();
  page.on("dialog", (dialog) => {
    if (/^\d+$/.test(dialog.message())) fired.ran.add(Number(dialog.message()));
    dialog.dismiss().catch(() => undefined);
  });
  for (let from = 0; from < mails.length; from += AT_ONCE) {
    setUp(answers, mails.slice(from, from + AT_ONCE), { headers, sandbox });
    await page.goto(`${stage.url}/stage`);
    // What refreshes, animates or is loaded by what was loaded comes a moment later.
    await page.waitForTimeout(400);
  }
  await page.context().close();
  for (const { path } of server.asked) fired.asked.add(numberIn(path));
  for (const { path } of stage.asked) if (path.startsWith("/hostile/")) fired.askedOwn.add(numberIn(path));
  await Promise.all([server.stop(), stage.stop()]);
  return fired;
}

const numberIn = (path: string): number => Number(/\/h(\d+)/.exec(path)?.[1]);

function setUp(
  answers: Record<string, (response: ServerResponse) => void>,
  mails: HostileMail[],
  { headers, sandbox }: Guard,
): void {
  const guard = sandbox === null ? "" : ` sandbox="${sandbox}"`;
  const frames = mails.map(({ aim }) => `<iframe src="/stage/${aim.n}" width="300" height="60"${guard}></iframe>`);
  const type = { "content-type": "text/html; charset=utf-8" };
  answers["/stage"] = (response) => response.writeHead(200, type).end(`<!doctype html>${frames.join("")}`);
  for (const { aim, html } of mails)
    answers[`/stage/${aim.n}`] = (response) => response.writeHead(200, { ...type, ...headers }).end(html);
}
