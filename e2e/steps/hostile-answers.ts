import { expect, type Locator, type Page } from "@playwright/test";
import type { ThreadView } from "@/lib/domain/thread-view";

/** What a preview of an answer to each message is asked for with, made from that of one which somebody previewed. */
export function answersTo({ messages }: ThreadView, previewed: string): string[] {
  const { contract, composer } = JSON.parse(previewed) as { contract: object; composer: object };
  return messages.map(({ api: { campaignId, emailStatsId, replyMessageId, id } }) =>
    JSON.stringify({ contract: { ...contract, campaignId, emailStatsId, replyMessageId, id }, composer }),
  );
}

/**
 * Draws previews of replies as the composer does: a form's field in, a frame's document out. Frames stay, marked `data-previewed`.
 * @returns how many came
 */
export const drawPreviews = (page: Page, answers: string[], sandbox: string): Promise<number> =>
  page.evaluate(
    async ({ all, guard }) => {
      let came = 0;
      const draw = (reply: string, index: number) =>
        new Promise<void>((resolve) => {
          const frame = Object.assign(document.createElement("iframe"), { name: `previewed-${index}` });
          frame.setAttribute("sandbox", guard);
          frame.dataset["previewed"] = "";
          const form = document.createElement("form");
          Object.assign(form, {
            method: "post",
            action: "/api/replies/preview/frame",
            target: frame.name,
            hidden: true,
          });
          form.append(Object.assign(document.createElement("input"), { name: "reply", value: reply }));
          frame.addEventListener("load", () => {
            if (frame.contentDocument?.URL === "about:blank") return;
            if (frame.contentDocument?.documentElement.dataset["kind"]) came++;
            form.remove();
            resolve();
          });
          document.body.append(frame, form);
          form.submit();
        });
      const AT_ONCE = 6;
      for (let from = 0; from < all.length; from += AT_ONCE)
        await Promise.all(all.slice(from, from + AT_ONCE).map((reply, index) => draw(reply, from + index)));
      return came;
    },
    { all: answers, guard: sandbox },
  );

type Editable = HTMLElement & { editor: { commands: { clearContent: (tell: boolean) => void } } };

/** Pastes each piece of HTML into the editor, one behind the other. */
export async function pasteAll(text: Locator, pieces: string[]): Promise<void> {
  await text.evaluate((element, all) => {
    for (const html of all) {
      const clipboardData = new DataTransfer();
      clipboardData.setData("text/html", html);
      clipboardData.setData("text/plain", "Hi");
      element.dispatchEvent(new ClipboardEvent("paste", { clipboardData, bubbles: true, cancelable: true }));
    }
  }, pieces);
}

export async function clearText(text: Locator): Promise<void> {
  await text.evaluate((element) => (element as Editable).editor.commands.clearContent(true));
  await expect(text).toHaveText("");
}
