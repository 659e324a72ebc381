/** How the words of a reply look that is not a message yet. */
export const REPLY_TEXT_CLASS =
  "text-14 [overflow-wrap:anywhere] [&_blockquote]:border-l-2 [&_blockquote]:border-line-2 [&_blockquote]:pl-3 [&_ol]:list-decimal [&_ol]:pl-5 [&_p+p]:mt-2.5 [&_ul]:list-disc [&_ul]:pl-5";
