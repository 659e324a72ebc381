import { splitQuotedHtml } from "./quoted-html";

/**
 * Whether sanitised mail keeps its own light card instead of following the theme: it lays a ground of its own under its words
 * (any but white), or it is laid out by tables, in which its first words stand then. What it quotes does not count; a signature's
 * table, figures pasted below a greeting and marked words do not make a design.
 */
export function isDesignedHtml(html: string): boolean {
  const written = splitQuotedHtml(html)?.before ?? html;
  return hasOwnGround(written) || beginsInTable(written);
}

const BLOCKS =
  /<(?:div|table|tbody|thead|tr|td|th|section|article|main|center|header|footer|aside|p|h[1-6]|ul|ol|li)\b([^>]*)>/gi;
const GROUND = /(?:\sbgcolor="|[\s";]background(?:-color)?:\s?)([^";]*)/gi;
/** White is what the card would be; the rest is no colour at all. */
const NO_GROUND =
  /^\s*(?:white|#fff(?:fff)?|rgba?\(255, ?255, ?255(?:, ?[\d.]+)?\)|transparent|none|inherit|initial|unset|window|)\s*(?:!important)?$/i;

function hasOwnGround(html: string): boolean {
  for (const [, attributes = ""] of html.matchAll(BLOCKS))
    for (const [, colour = ""] of attributes.matchAll(GROUND)) if (!NO_GROUND.test(colour)) return true;
  return false;
}

const PIECES = /<(\/?)([a-z][a-z0-9]*)\b([^>]*)>|([^<]+)/gi;
const HIDDEN = /display: ?none|visibility: ?hidden|max-height: ?0|font-size: ?[01](?:px)?[;"]|opacity: ?0[;"]/i;
const VOID = /^(?:img|br|hr|wbr|col)$/i;

/** The first thing that is seen stands in a table; a preview line, which newsletters hide at their top, is not seen. */
function beginsInTable(html: string): boolean {
  let tables = 0;
  let hiddenIn = 0;
  for (const [, slash, name = "", attributes = "", text] of html.matchAll(PIECES)) {
    if (text !== undefined) {
      if (hiddenIn === 0 && isSeen(text)) return tables > 0;
    } else if (hiddenIn > 0) {
      if (!VOID.test(name)) hiddenIn += slash ? -1 : 1;
    } else if (!slash && !VOID.test(name) && HIDDEN.test(attributes)) hiddenIn = 1;
    else if (/^table$/i.test(name)) tables += slash ? -1 : 1;
    else if (/^img$/i.test(name)) return tables > 0;
  }
  return false;
}

const isSeen = (text: string): boolean =>
  text.replaceAll(/&(?:nbsp|#160|zwnj|#8204|shy);|[\s\p{Cf}\u034f]/gu, "") !== "";
