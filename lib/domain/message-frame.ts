import { contentIdOf } from "./content-id";
import { isDesignedHtml } from "./designed-html";
import { withMarkedLinks } from "./marked-links";
import { escapeHtml } from "./plain-text";
import { splitQuotedHtml } from "./quoted-html";
import { withRemotePictures } from "./remote-pictures";
import { screenRulesOf, withoutScreenRules } from "./screen-rules";
import { isShownPicture } from "./shown-picture";
import { isForward } from "./subject";

type Frame = {
  /** Sanitised HTML of a message. */
  html: string;
  subject: string;
  lang: string;
} & Shown & { quotedLines: (lines: number) => string };

type Shown = {
  pictures: { contentId: string; contentType: string; url: string }[];
  /** Where a picture on another server is drawn from; null while it is held back. */
  remotePicture: (url: string) => string | null;
  /** What stands behind a link that says it leads elsewhere. */
  leadsTo: (target: string) => string;
};

/**
 * The document in a message's frame. It has no script: history folds by `<details>`, unless it is what a forward is about, and the
 * page around it sets
 * `data-theme` on the root. Pictures of the message itself come from `pictures`; no other address is left in it but what
 * `remotePicture` gives.
 */
export function messageFrame({ html, subject, lang, quotedLines, ...shown }: Frame): string {
  const drawn = shownHtml(html, shown);
  const split = isForward(subject) ? null : splitQuotedHtml(drawn);
  const body = split
    ? `${split.before}<details class="fold" dir="auto"><summary>${escapeHtml(quotedLines(split.lines))}</summary>${split.quote}</details>${split.after}`
    : drawn;
  const kind = isDesignedHtml(withoutScreenRules(html)) ? "designed" : "simple";
  return `${DOCTYPE[kind]}<html lang="${escapeHtml(lang)}" data-kind="${kind}"><head><meta charset="utf-8"><title>${escapeHtml(subject)}</title><style>${STYLE}${screenRulesOf(html)}</style></head><body dir="auto">${body}</body></html>`;
}

/** A message's HTML as it may be drawn: with its own pictures, those from elsewhere that are wanted, and links that say where they lead. */
export const shownHtml = (html: string, { pictures, remotePicture, leadsTo }: Shown): string =>
  withMarkedLinks(withRemotePictures(withPictures(withoutScreenRules(html), pictures), remotePicture), leadsTo);

function withPictures(html: string, pictures: Frame["pictures"]): string {
  const urls = new Map(
    pictures.filter((each) => isShownPicture(each.contentType)).map((each) => [each.contentId.toLowerCase(), each.url]),
  );
  return html.replaceAll(/<img\b[^>]*>/gi, (tag) =>
    tag.replaceAll(ATTRIBUTE, (attribute, name: string, value: string) => {
      if (!/^(?:src|srcset|lowsrc)$/i.test(name)) return attribute;
      if (name.toLowerCase() !== "src") return "";
      if (/^data:image\/(?:png|jpe?g|gif|webp);/i.test(value)) return attribute;
      const url = /^cid:/i.test(value) ? urls.get(contentIdOf(value)) : undefined;
      return url ? ` src="${escapeHtml(url)}"` : "";
    }),
  );
}

/** Each attribute whole: what looks like one within a value is none. */
const ATTRIBUTE = /\s([^\s"=<>/]+)(?:\s*=\s*"([^"]*)")?/g;

/** Designed mail is cut for the mode in which pictures in table cells leave no gap below them. */
const DOCTYPE = {
  simple: "<!doctype html>",
  designed:
    '<!DOCTYPE html PUBLIC "-//W3C//DTD XHTML 1.0 Transitional//EN" "http://www.w3.org/TR/xhtml1/DTD/xhtml1-transitional.dtd">',
};

/** The roles of the tokens, as far as mail needs them. Simple mail in a dark theme gives up its own colours to stay readable: in a
 * layer, where what is important outranks rules of the mail that are (CSS Cascading and Inheritance 5). */
const STYLE = `
:root{color-scheme:light;--text:#191c1b;--text-2:#484d4a;--text-3:#5d635f;--link:#175a8e;--line:#d3d4ce;--well:#eeeeea;--focus:#1f74b5;--bad:#b02a22;--bad-soft:#fbe9e7}
:root[data-kind=simple][data-theme=dark]{color-scheme:dark;--text:#eceeec;--text-2:#bec3c0;--text-3:#959b98;--link:#82bbe8;--line:#383c3a;--well:#242726;--focus:#74b4e4;--bad:#f08b82;--bad-soft:#34201e}
html{overflow-x:auto;overflow-y:hidden;background:transparent}
body{display:flow-root;margin:0;color:var(--text);font:420 14px/22px InterVariable,Inter,system-ui,-apple-system,"Segoe UI",sans-serif;font-feature-settings:"cv05","cv08","ss03";overflow-wrap:anywhere}
[data-kind=designed] body{background:#fff;padding:16px;line-height:normal;overflow-wrap:break-word}
[data-kind=simple] body>:first-child{margin-top:0}
[data-kind=simple] p{margin:0 0 12px}
[data-kind=simple] body>p:last-child{margin-bottom:0}
a{color:var(--link)}
img{max-width:100%}
[data-kind=simple] img,img:not([height]){height:auto}
[data-kind=designed] img[height]{max-width:none}
img:not([src]){display:inline-block;overflow:hidden;min-width:24px;min-height:24px;background:var(--well);outline:1px dashed var(--line);outline-offset:-1px;color:var(--text-3);font-size:12px}
pre{white-space:pre-wrap;font:12px/18px ui-monospace,Menlo,monospace}
[data-kind=simple] :is(p,div,li,blockquote,pre,h1,h2,h3,h4,h5,h6,td):not([dir]){unicode-bidi:plaintext}
[data-kind=simple] blockquote{margin:0;padding-inline-start:12px;border-inline-start:2px solid var(--line);color:var(--text-2)}
.leads-to{display:inline-block;margin:0 4px;padding:0 4px;border-radius:3px;background:var(--bad-soft)!important;color:var(--bad)!important;font:530 12px/18px InterVariable,Inter,system-ui,sans-serif!important;text-decoration:none!important;overflow-wrap:anywhere;direction:ltr;unicode-bidi:isolate}
.fold>summary{display:inline-block;margin:4px 0;padding:2px 8px;border-radius:5px;background:var(--well);color:var(--text-2);font:420 12px/16px InterVariable,Inter,system-ui,sans-serif;list-style:none;cursor:default;user-select:none}
.fold>summary::-webkit-details-marker{display:none}
.fold>summary::before{content:"··· "}
.fold>summary:focus-visible{outline:2px solid var(--focus);outline-offset:1px}
.fold[open]>summary{margin-bottom:12px}
@layer theme{
[data-kind=simple][data-theme=dark] body *{color:inherit!important;background:none!important;border-color:var(--line)!important}
[data-kind=simple][data-theme=dark] a,[data-kind=simple][data-theme=dark] a *{color:var(--link)!important}
[data-kind=simple][data-theme=dark] .fold>summary{background:var(--well)!important;color:var(--text-2)!important}
}
`.replaceAll("\n", "");
