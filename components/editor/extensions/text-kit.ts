import StarterKit from "@tiptap/starter-kit";
import { isLinkTarget, isMeantAsLink } from "../link-target";

/** Paragraphs, lists, quotes, code, links and marks, with Markdown's signs as they are typed; a reply has headings besides. */
export const textKit = ({ hasHeadings }: { hasHeadings: boolean }) =>
  StarterKit.configure({
    heading: hasHeadings ? { levels: [1, 2, 3] } : false,
    horizontalRule: false,
    trailingNode: false,
    link: {
      openOnClick: false,
      autolink: true,
      linkOnPaste: false,
      shouldAutoLink: isMeantAsLink,
      defaultProtocol: "https",
      protocols: ["mailto", "tel"],
      HTMLAttributes: { target: null, rel: null, class: null },
      isAllowedUri: (url) => isLinkTarget(url),
    },
  });
