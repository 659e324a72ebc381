import { Image } from "@tiptap/extension-image";
import { Placeholder } from "@tiptap/extensions";
import StarterKit from "@tiptap/starter-kit";
import type { Extensions } from "@tiptap/react";
import { isLinkTarget } from "./link-target";

const OWN_UPLOAD = /^(?:https?:\/\/[^/]+)?\/api\/uploads\/[0-9a-f-]{36}$/i;

/**
 * What a reply may hold: paragraphs, lists, quotes, code, links and own pictures. Pasted HTML is read through this
 * schema, so that scripts, styles, classes and foreign pictures never get in.
 */
export const replyExtensions = (placeholder: string): Extensions => [...textExtensions(placeholder), OwnImage];

/** What a signature may hold: the same, with pictures from the web in the place of uploads. */
export const signatureExtensions = (placeholder: string): Extensions => [
  ...textExtensions(placeholder),
  Image.extend({ parseHTML: () => [{ tag: "img[src^='https:']" }] }).configure({ inline: true, allowBase64: false }),
];

function textExtensions(placeholder: string): Extensions {
  return [
    StarterKit.configure({
      heading: false,
      horizontalRule: false,
      trailingNode: false,
      link: {
        openOnClick: false,
        autolink: true,
        defaultProtocol: "https",
        protocols: ["mailto", "tel"],
        HTMLAttributes: { target: null, rel: null, class: null },
        isAllowedUri: (url) => isLinkTarget(url),
      },
    }),
    Placeholder.configure({ placeholder }),
  ];
}

/** A picture in the text. It knows the upload that it shows, and only own uploads are pictures: a pasted remote one would be blocked or tracked. */
const OwnImage = Image.extend({
  inline: true,
  group: "inline",
  addAttributes() {
    return {
      ...this.parent?.(),
      contentId: {
        default: null,
        parseHTML: (element: HTMLElement) => element.getAttribute("data-content-id"),
        renderHTML: ({ contentId }: { contentId?: string | null }) =>
          contentId ? { "data-content-id": contentId } : {},
      },
    };
  },
  parseHTML() {
    return [
      {
        tag: "img[src]",
        getAttrs: (element) => (OWN_UPLOAD.test(element.getAttribute("src") ?? "") ? null : false),
      },
    ];
  },
}).configure({ inline: true, allowBase64: false });
