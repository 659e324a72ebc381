import type { Extensions } from "@tiptap/core";
import { Placeholder } from "@tiptap/extensions";
import { LinkOverWords } from "./link-over-words";
import { textKit } from "./text-kit";
import { WebPicture } from "./web-picture";

/** What a signature may hold: words, lists, links and pictures from the web. What has more is written as HTML. */
export const signatureExtensions = (placeholder: string): Extensions => [
  textKit({ hasHeadings: false }),
  WebPicture,
  LinkOverWords,
  Placeholder.configure({ placeholder }),
];
