import type { Page } from "@playwright/test";

/** Where a document with mail in it is drawn. */
const DOCUMENT = /^\/api\/(?:messages\/[0-9a-f-]{36}\/frame|replies\/preview\/frame|threads\/\d+\/print)$/;
/** What such a document may ask this app for. */
const PICTURE = /^\/api\/(?:attachments\/[0-9a-f-]{36}|images\/[\w.-]+)$/;
const TYPEFACE = /^\/(?:fonts|_next\/static\/media)\//;
const SELF_MADE = /^(?:data|blob|about):/;

/** What a page did that mail must not be able to make it do, in words; `pictures` is what the proxy was asked for, and from where. */
export type Watched = { trouble: string[]; pictures: { path: string; by: "mail" | "page" }[] };

/** Watches a page for all that hostile mail could make of it. */
export async function watchHostile(page: Page, app: string): Promise<Watched> {
  const seen: Watched = { trouble: [], pictures: [] };
  const note = (what: string) => void seen.trouble.push(what);
  page.on("dialog", (dialog) => {
    note(`dialog ${dialog.message()}`);
    void dialog.dismiss();
  });
  page.on("popup", (popup) => note(`window ${popup.url()}`));
  page.on("websocket", (socket) => note(`socket ${socket.url()}`));
  page.on("download", (file) => note(`download ${file.suggestedFilename()}`));
  page.on("console", (message) => {
    if (/Blocked script|Content Security Policy|sandboxed/.test(message.text())) note(`refused ${message.text()}`);
  });
  page.on("framenavigated", (frame) => {
    if (frame.parentFrame() && !isOwnDocument(frame.url(), app)) note(`frame at ${frame.url()}`);
  });
  page.on("request", (request) => {
    const url = URL.parse(request.url());
    if (!url || SELF_MADE.test(request.url())) return;
    if (url.origin !== app) return note(`request ${request.url()}`);
    if (url.pathname.startsWith("/hostile/")) return note(`request ${url.pathname}`);
    const inMail = isMailFrame(request.frame().url(), app);
    if (url.pathname.startsWith("/api/images/"))
      seen.pictures.push({ path: url.pathname, by: inMail ? "mail" : "page" });
    // A printed page is left for the next one.
    const isTurned = request.isNavigationRequest() && request.frame().parentFrame() === null;
    if (!isTurned && inMail && ![DOCUMENT, PICTURE, TYPEFACE].some((known) => known.test(url.pathname)))
      note(`request of a mail ${url.pathname}`);
  });
  await page.exposeFunction("hostileRan", note);
  return seen;
}

const isMailFrame = (url: string, app: string): boolean =>
  url.startsWith(`${app}/`) && DOCUMENT.test(new URL(url).pathname);
const isOwnDocument = (url: string, app: string): boolean => SELF_MADE.test(url) || isMailFrame(url, app);

/** Brings every frame of the open thread into view, one after the other, until it is drawn whole. @returns how many there are */
export const drawAllFrames = (page: Page): Promise<number> =>
  page.evaluate(async () => {
    const frames = [...document.querySelectorAll<HTMLIFrameElement>("article[data-message] iframe")];
    for (const frame of frames) {
      frame.scrollIntoView({ block: "center" });
      for (let left = 1_500; left > 0; left--) {
        const inner = frame.contentDocument;
        // A document that is on its way has no root yet.
        const root = inner?.querySelector<HTMLElement>(":root");
        if (root?.dataset["kind"] && inner?.readyState === "complete") break;
        if (left === 1)
          throw new Error(
            `not drawn: ${frame.src}, ${frame.isConnected ? inner?.readyState : "which is not on the page any more"}`,
          );
        await new Promise((resolve) => setTimeout(resolve, 10));
      }
    }
    return frames.length;
  });

/**
 * What stands in documents of mail as Chromium has read them, and in the editor: elements, attributes, addresses and looks that mail
 * may not have. @param where the frames' or the elements' selector; empty for the page itself
 */
export const foundIn = (page: Page, where: string): Promise<string[]> =>
  page.evaluate((selector) => {
    const ELEMENTS =
      "script,link,base,meta[http-equiv],iframe,frame,object,embed,applet,form,input,button,select,textarea,svg,math,video,audio,source,track,picture,template,noscript,portal,dialog,slot,[is],[slot],[popover],[contenteditable],[autofocus]";
    const OWN = /^(?:data:image\/(?:png|jpe?g|gif|webp);|\/api\/(?:images|attachments|uploads)\/)/;
    const found = new Set<string>();
    if ("ran" in window) found.add("a script ran");
    const look = (element: Element, isEditor: boolean) => {
      for (const { name, value } of element.attributes) {
        const isLink = name === "href" && element.tagName === "A" && /^(?:https?:\/\/|mailto:|tel:)/i.test(value);
        const isPicture = name === "src" && element.tagName === "IMG" && OWN.test(value);
        if (/^on|^(?:srcset|background|poster|action|formaction|data|ping|srcdoc|download)$/.test(name))
          found.add(`${element.tagName} ${name}`);
        if (/^(?:href|src|xlink:href)$/.test(name) && !isLink && !isPicture)
          found.add(`${element.tagName} ${name}=${value}`);
      }
      if (isEditor || !(element instanceof element.ownerDocument.defaultView!.HTMLElement)) return;
      const { position, backgroundImage, content, listStyleImage, cursor, zIndex } = getComputedStyle(element);
      const looks = [backgroundImage, content, listStyleImage, cursor].join(" ");
      if (/fixed|absolute|sticky/.test(position) || zIndex !== "auto")
        found.add(`${element.tagName} ${position} ${zIndex}`);
      if (/url\(/.test(looks)) found.add(`${element.tagName} ${looks}`);
    };
    const lookAtAll = (root: ParentNode, isEditor: boolean) => {
      for (const element of root.querySelectorAll(ELEMENTS)) found.add(`an element ${element.tagName}`);
      for (const element of root.querySelectorAll("*")) look(element, isEditor);
    };
    if (selector === "") lookAtAll(document.body, false);
    for (const element of selector ? document.querySelectorAll(selector) : []) {
      const inner = element instanceof HTMLIFrameElement ? element.contentDocument : null;
      if (element instanceof HTMLIFrameElement && !inner) found.add("a frame that is elsewhere");
      if (inner?.querySelector("head script, head link, head base")) found.add("a head that is not ours");
      lookAtAll(inner ? inner.body : element, !inner);
    }
    return [...found];
  }, where);
