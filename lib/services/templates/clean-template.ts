import sanitise from "sanitize-html";

const TAGS =
  "a b blockquote br code em h1 h2 h3 h4 hr i li ol p pre s span strong sub sup table tbody td th thead tr u ul col colgroup";

/** A template as it may stand in an editor: what the editor writes and nothing else. Pictures are uploads of one person, so they stay out. */
export function cleanTemplate(html: string): string {
  return sanitise(html, {
    allowedTags: TAGS.split(" "),
    allowedAttributes: {
      a: ["href"],
      li: ["data-type", "data-checked"],
      ul: ["data-type"],
      ol: ["start"],
      td: ["colspan", "rowspan", "colwidth"],
      th: ["colspan", "rowspan", "colwidth"],
      "*": ["style", "dir"],
    },
    allowedStyles: { "*": { color: [PLAIN], "background-color": [PLAIN], "text-align": [PLAIN] } },
    allowedSchemes: ["https", "http", "mailto", "tel"],
    allowProtocolRelative: false,
  }).trim();
}

const PLAIN = /^(?:[\w#%-]+|rgba?\([\d\s.,%]+\))$/;
