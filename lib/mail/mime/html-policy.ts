import type { IOptions } from "sanitize-html";
import {
  ALLOWED_ATTRIBUTES,
  ALLOWED_TAGS,
  isInlinePicture,
  isPlainValue,
  plainUrl,
  remotePicture,
  safeLink,
  SILENT_TAGS,
} from "./html-allow-list";
import { safeStyle } from "./style-attribute";

type PictureCounts = { remoteImages: number; trackers: number };
type Attributes = Record<string, string>;

/** For mail that comes in: pictures elsewhere are held back and counted, links open apart, names get the prefix `m-`. */
export function storedPolicy(counts: PictureCounts): IOptions {
  const seen = new Set<string>();
  return policyWith({
    names: storedNames,
    link: (href) => ({ href, target: "_blank", rel: "noopener noreferrer nofollow" }),
    picture: (url, attributes) => {
      if (isInvisible(attributes)) {
        counts.trackers++;
        return null;
      }
      // A spacer that stands a hundred times is one picture.
      seen.add(url);
      counts.remoteImages = seen.size;
      return { "data-remote-src": url };
    },
  });
}

/** Classes and ids as they stand in stored mail. */
export const storedNames = (names: string[]): string[] =>
  names.map((name) => (name.startsWith("m-") ? name : `m-${name}`));

/** For mail that goes out: pictures keep their address, and of all names only those that clients fold quotes by are kept. */
export function outgoingPolicy(): IOptions {
  return policyWith({
    names: (names) => names.map((name) => name.replace(/^m-/u, "")).filter((name) => CLIENT_NAMES.has(name)),
    link: (href) => ({ href }),
    picture: (src) => ({ src }),
  });
}

const CLIENT_NAMES = new Set(["gmail_quote", "gmail_attr", "gmail_signature", "gmail_default", "moz-cite-prefix"]);

type Choices = {
  names: (names: string[]) => string[];
  link: (href: string) => Attributes;
  /** What a picture on another server keeps of its address; null drops the picture. */
  picture: (url: string, attributes: Attributes) => Attributes | null;
};

function policyWith(choices: Choices): IOptions {
  return {
    allowedTags: ALLOWED_TAGS,
    allowedAttributes: ALLOWED_ATTRIBUTES,
    // Second gate; addresses are checked below, for each attribute that may hold one.
    allowedSchemes: ["http", "https", "mailto", "tel", "cid", "data"],
    allowedSchemesAppliedToAttributes: ["href", "src"],
    allowProtocolRelative: false,
    nonTextTags: SILENT_TAGS,
    parseStyleAttributes: false,
    nestingLimit: 150,
    transformTags: {
      body: (_tag, attributes) => ({ tagName: "div", attribs: plainAttributes("div", groundOf(attributes), choices) }),
      a: (_tag, attributes) => ({ tagName: "a", attribs: linkAttributes(attributes, choices) }),
      img: (_tag, attributes) => ({ tagName: "img", attribs: pictureAttributes(attributes, choices) }),
      "*": (tagName, attributes) => ({
        tagName,
        attribs: tagName === "a" || tagName === "img" ? attributes : plainAttributes(tagName, attributes, choices),
      }),
    },
    exclusiveFilter: ({ tag, attribs }) =>
      tag === "img" && !attribs["src"] && !attribs["data-remote-src"] && !attribs["alt"],
  };
}

/** What only a body says by attributes (its ground and its words' colour) an element says by style. */
function groundOf({ bgcolor, text, style, ...others }: Attributes): Attributes {
  const colours = [bgcolor ? `background-color:${colour(bgcolor)}` : "", text ? `color:${colour(text)}` : ""];
  const all = [...colours, style ?? ""].filter(Boolean).join(";");
  return all ? { ...others, style: all } : others;
}

/** Attributes may leave out the sign of a number. */
const colour = (value: string): string => (/^[0-9a-f]{6}$/iu.test(value.trim()) ? `#${value.trim()}` : value.trim());

function plainAttributes(tag: string, attributes: Attributes, { names }: Choices): Attributes {
  const kept: Attributes = {};
  for (const [name, value] of Object.entries(attributes)) {
    if (!ALLOWED_ATTRIBUTES["*"]?.includes(name) && !ALLOWED_ATTRIBUTES[tag]?.includes(name)) continue;
    const safe =
      name === "style"
        ? safeStyle(value)
        : name === "class" || name === "id"
          ? names(plainNames(value)).join(" ")
          : name === "title" || name === "alt"
            ? value.slice(0, 500)
            : isPlainValue(value)
              ? value
              : null;
    if (safe === null || (safe === "" && value !== "")) continue;
    kept[name] = safe;
  }
  return kept;
}

const plainNames = (value: string): string[] =>
  value
    .split(/\s+/u)
    .filter((name) => /^[\w-]{1,80}$/u.test(name))
    .slice(0, 10);

function linkAttributes(attributes: Attributes, choices: Choices): Attributes {
  const { href, rel: _rel, target: _target, ...others } = attributes;
  const link = safeLink(href ?? "");
  return { ...plainAttributes("a", others, choices), ...(link === null ? {} : choices.link(link)) };
}

function pictureAttributes(attributes: Attributes, choices: Choices): Attributes {
  const { src, "data-remote-src": held, ...others } = attributes;
  const kept = plainAttributes("img", others, choices);
  const url = plainUrl(src ?? held ?? "");
  if (isInlinePicture(url)) return { ...kept, src: url };
  const remote = remotePicture(url) ?? remotePicture(held ?? "");
  if (remote === null) return kept;
  const address = choices.picture(remote, attributes);
  return address === null ? {} : { ...kept, ...address };
}

function isInvisible({ width, height, style = "", hidden }: Attributes): boolean {
  const tiny = (size: string | undefined) => size !== undefined && /^\s*[0-2](?:\.\d+)?(?:px)?\s*$/iu.test(size);
  const styled = (side: string) =>
    tiny(new RegExp(`(?:^|[;\\s])(?:max-)?${side}\\s*:\\s*([^;!]+)`, "iu").exec(style)?.[1]);
  if (hidden !== undefined || HIDING.test(style)) return true;
  return (tiny(width) || styled("width")) && (tiny(height) || styled("height"));
}

const HIDING = /display\s*:\s*none|visibility\s*:\s*hidden|opacity\s*:\s*0(?:\.0+)?\s*(?:;|$)/iu;
