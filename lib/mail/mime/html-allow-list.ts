/** Elements that mail may keep. Nothing here loads, runs, floats above the page or takes input. */
export const ALLOWED_TAGS = [
  ..."a abbr address article aside b bdi bdo big blockquote br caption center cite code col colgroup dd del details dfn div".split(
    " ",
  ),
  ..."dl dt em figcaption figure font footer h1 h2 h3 h4 h5 h6 header hr i img ins kbd li main mark nav ol p pre q s samp".split(
    " ",
  ),
  ..."section small span strike strong sub summary sup table tbody td tfoot th thead time tr tt u ul var wbr".split(
    " ",
  ),
];

/** Elements whose content is no text for a reader and goes with them. */
export const SILENT_TAGS = [
  ..."script style title textarea option noscript noembed noframes iframe object embed applet template svg math xmp".split(
    " ",
  ),
  ..."audio video canvas head-script plaintext".split(" "),
];

const CELL = ["align", "valign", "width", "height", "bgcolor"];

/** Attributes by element; values are checked by `isPlainValue` on the way. */
export const ALLOWED_ATTRIBUTES: Record<string, string[]> = {
  "*": ["style", "dir", "lang", "title", "align", "class", "id"],
  a: ["href", "target", "rel"],
  blockquote: ["type"],
  col: ["span", "width"],
  colgroup: ["span", "width"],
  details: ["open"],
  div: ["bgcolor"],
  font: ["color", "face", "size"],
  hr: ["width", "size", "color", "noshade"],
  img: ["src", "alt", "width", "height", "border", "data-remote-src"],
  li: ["value"],
  ol: ["start", "type"],
  table: [...CELL, "border", "bordercolor", "cellpadding", "cellspacing"],
  tbody: CELL,
  td: [...CELL, "colspan", "rowspan", "nowrap"],
  th: [...CELL, "colspan", "rowspan", "nowrap"],
  thead: CELL,
  tfoot: CELL,
  tr: CELL,
  ul: ["type"],
};

/** Values of layout attributes: numbers, lengths, colours, words. No scheme and no function fits in here. */
export const isPlainValue = (value: string): boolean => /^[\p{L}\p{N} #%.,'"_+-]*$/u.test(value) && value.length <= 200;

/** Pictures that travel inside the message. */
export const isInlinePicture = (url: string): boolean =>
  /^data:image\/(?:png|jpe?g|gif|webp);base64,[a-z0-9+/=]+$/iu.test(url) || /^cid:[^\s"'<>]+$/iu.test(url);

/** A link as it may stand in mail: absolute, http(s), mailto or tel; anything else is null. */
export function safeLink(url: string): string | null {
  const plain = plainUrl(url);
  if (/^(?:https?:\/\/[^\s/]|mailto:[^\s]|tel:[\d+(). /-]+$)/iu.test(plain)) return plain;
  return plain.startsWith("//") && URL.canParse(`https:${plain}`) ? `https:${plain}` : null;
}

/** A picture's address on another server, absolute; null when it isn't one. */
export function remotePicture(url: string): string | null {
  const link = safeLink(url);
  return link !== null && /^https?:/iu.test(link) && URL.canParse(link) ? link : null;
}

/** What a browser makes of an address: line breaks, tabs and other controls inside it do not count. */
export const plainUrl = (url: string): string => url.replace(/[\p{Cc}\u2028\u2029\u200b\ufeff]/gu, "").trim();
