import { Image } from "@tiptap/extension-image";

/** A picture on a server of the team's own: what a signature shows. */
export const WebPicture = Image.extend({ parseHTML: () => [{ tag: "img[src^='https:']" }] }).configure({
  inline: true,
  allowBase64: false,
});
