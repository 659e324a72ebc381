import { isDesignedHtml } from "./designed-html";
import { escapeHtml } from "./plain-text";
import { splitQuotedHtml } from "./quoted-html";
import { isShownPicture } from "./shown-picture";

type Frame = {
  /** Sanitised HTML of a message. */
  html: string;
  title: string;
  lang: string;
  pictures: { contentId: string; contentType: string; url: string }[];
  quotedLines: (lines: number) => string;
};

/**
 * The document in a message's frame. It has no script: history folds by `<details>`, and the page around it sets
 * `data-theme` on the root. Pictures of the message itself come from `pictures`; no other address is left in it.
 */
export function messageFrame({ html, title, lang, pictures, quotedLines }: Frame): string {
  const shown = withPictures(html, pictures);
  const split = splitQuotedHtml(shown);
  const body = split
    ? `${split.before}<details class="fold"><summary>${escapeHtml(quotedLines(split.lines))}</summary>${split.quote}</details>${split.after}`
    : shown;
  const kind = isDesignedHtml(html) ? "designed" : "simple";
  return `<!doctype html><html lang="${escapeHtml(lang)}" data-kind="${kind}"><head><meta charset="utf-8"><title>${escapeHtml(title)}</title><style>${STYLE}</style></head><body dir="auto">${body}</body></html>`;
}

function withPictures(html: string, pictures: Frame["pictures"]): string {
  const urls = new Map(
    pictures.filter((each) => isShownPicture(each.contentType)).map((each) => [each.contentId.toLowerCase(), each.url]),
  );
  return html.replaceAll(/<img\b[^>]*>/gi, (tag) =>
    tag.replaceAll(/\s(src|srcset|lowsrc)\s*=\s*"([^"]*)"/gi, (attribute, name: string, value: string) => {
      if (name.toLowerCase() !== "src") return "";
      if (/^data:image\/(?:png|jpe?g|gif|webp);/i.test(value)) return attribute;
      const url = /^cid:/i.test(value) ? urls.get(contentIdOf(value)) : undefined;
      return url ? ` src="${escapeHtml(url)}"` : "";
    }),
  );
}

/** The Content-ID that a cid URL names (RFC 2392): escaped once for the URL and once for the attribute. */
function contentIdOf(src: string): string {
  const id = src.slice("cid:".length).replaceAll("&amp;", "&");
  try {
    return decodeURIComponent(id).toLowerCase();
  } catch {
    return id.toLowerCase();
  }
}

/** The roles of the tokens, as far as mail needs them. Simple mail in a dark theme gives up its own colours to stay readable. */
const STYLE = `
:root{color-scheme:light;--text:#191c1b;--text-2:#484d4a;--text-3:#5d635f;--link:#175a8e;--line:#d3d4ce;--well:#eeeeea;--focus:#1f74b5}
:root[data-kind=simple][data-theme=dark]{color-scheme:dark;--text:#eceeec;--text-2:#bec3c0;--text-3:#959b98;--link:#82bbe8;--line:#383c3a;--well:#242726;--focus:#74b4e4}
html{overflow-x:auto;overflow-y:hidden;background:transparent}
body{display:flow-root;margin:0;color:var(--text);font:420 14px/22px InterVariable,Inter,system-ui,-apple-system,"Segoe UI",sans-serif;font-feature-settings:"cv05","cv08","ss03";overflow-wrap:anywhere}
[data-kind=designed] body{background:#fff;padding:16px;overflow-wrap:break-word}
[data-kind=simple] body>:first-child{margin-top:0}
[data-kind=simple] p{margin:0 0 12px}
[data-kind=simple] body>p:last-child{margin-bottom:0}
a{color:var(--link)}
img{max-width:100%;height:auto}
img:not([src]){display:inline-block;min-width:24px;min-height:24px;background:var(--well);outline:1px dashed var(--line);outline-offset:-1px;color:var(--text-3);font-size:12px}
pre{white-space:pre-wrap;font:12px/18px ui-monospace,Menlo,monospace}
[data-kind=simple] blockquote{margin:0;padding-left:12px;border-left:2px solid var(--line);color:var(--text-2)}
.fold>summary{display:inline-block;margin:4px 0;padding:2px 8px;border-radius:5px;background:var(--well);color:var(--text-2);font:420 12px/16px InterVariable,Inter,system-ui,sans-serif;list-style:none;cursor:default;user-select:none}
.fold>summary::-webkit-details-marker{display:none}
.fold>summary::before{content:"··· "}
.fold>summary:focus-visible{outline:2px solid var(--focus);outline-offset:1px}
.fold[open]>summary{margin-bottom:12px}
[data-kind=simple][data-theme=dark] body *{color:inherit!important;background:none!important;border-color:var(--line)!important}
[data-kind=simple][data-theme=dark] a,[data-kind=simple][data-theme=dark] a *{color:var(--link)!important}
[data-kind=simple][data-theme=dark] .fold>summary{background:var(--well)!important;color:var(--text-2)!important}
`.replaceAll("\n", "");
