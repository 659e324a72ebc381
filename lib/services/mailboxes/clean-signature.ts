import sanitise from "sanitize-html";

const TAGS =
  "a b br code div em font h1 h2 h3 hr i img li ol p pre s small span strong sub sup table tbody td th tr u ul";

/** A signature as it may stand under a reply and in the composer: formatting, links and pictures, nothing that runs. */
export function cleanSignature(html: string): string {
  return sanitise(html, {
    allowedTags: TAGS.split(" "),
    allowedAttributes: {
      a: ["href", "title"],
      img: ["src", "alt", "width", "height"],
      font: ["color", "face", "size"],
      "*": ["style", "align", "dir"],
    },
    allowedStyles: {
      "*": {
        color: [PLAIN],
        "background-color": [PLAIN],
        "font-family": [PLAIN],
        "font-size": [PLAIN],
        "font-weight": [PLAIN],
        "font-style": [PLAIN],
        "line-height": [PLAIN],
        "text-align": [PLAIN],
        "text-decoration": [PLAIN],
        margin: [PLAIN],
        padding: [PLAIN],
        width: [PLAIN],
        height: [PLAIN],
      },
    },
    allowedSchemes: ["https", "http", "mailto", "tel"],
    allowedSchemesByTag: { img: ["https", "cid"] },
    allowProtocolRelative: false,
  }).trim();
}

// A value without brackets of a function, so that no url() is asked for.
const PLAIN = /^(?:[\w\s#%.,'"!-]|rgba?\([\d\s.,%]+\))*$/;
