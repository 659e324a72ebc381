import sanitize from "sanitize-html";

type Allowed = {
  /** Addresses besides those of the message itself that a picture may be drawn from. */
  picture?: RegExp;
  /** Of ids and classes: by default those that the sanitiser gives. */
  name?: RegExp;
};

/** Everything in a piece of HTML that could run or ask another server for something; read by a parser of its own. */
export function dangersIn(html: string, allowed: Allowed = {}): string[] {
  const dangers: string[] = [];
  sanitize(html, {
    allowedTags: false,
    allowedAttributes: false,
    allowVulnerableTags: true,
    parseStyleAttributes: false,
    onOpenTag: (tag, attributes) => {
      if (FORBIDDEN_TAGS.has(tag)) dangers.push(`<${tag}>`);
      for (const [name, value] of Object.entries(attributes)) {
        if (isDangerous(tag, name.toLowerCase(), value, allowed)) dangers.push(`${tag} ${name}=${value}`);
      }
    },
  });
  return dangers;
}

const FORBIDDEN_TAGS = new Set(
  "script style link meta base iframe frame frameset object embed applet form input button select textarea svg math image video audio source track picture template noscript portal dialog slot body html head title xml marquee bgsound isindex keygen layer ilayer".split(
    " ",
  ),
);
const LOADING = new Set(
  "srcset background poster data action formaction xlink:href longdesc usemap dynsrc lowsrc code codebase archive classid profile manifest ping icon cite srcdoc imagesrcset is autofocus contenteditable popover slot download attributionsrc".split(
    " ",
  ),
);

function isDangerous(tag: string, name: string, value: string, allowed: Allowed): boolean {
  const { picture = /^$/u, name: ownName = /^m-/u } = allowed;
  if (name.startsWith("on") || LOADING.has(name) || !/^[\w-]+$/u.test(name)) return true;
  if (name === "src")
    return (
      tag !== "img" ||
      !(/^(?:cid:[^\s]+|data:image\/(?:png|jpe?g|gif|webp);base64,[a-z0-9+/=]+)$/iu.test(value) || picture.test(value))
    );
  if (name === "href") return tag !== "a" || !/^(?:https?:\/\/|mailto:|tel:)/u.test(value);
  if (name === "style")
    return /url|image|@|\\|expression|var\(|attr\(|env\(|element\(|position|behaviou?r|binding|src\(|content|\/\*|--/iu.test(
      value,
    );
  if (name === "id" || name === "class") return !value.split(" ").every((each) => ownName.test(each));
  return name !== "data-remote-src" && /javascript:|\/\//iu.test(value) && name !== "title" && name !== "alt";
}
