/** Whether parsers get through HTML in bearable time: elements that are opened and never closed cost them quadratic time. */
export const isBearableMarkup = (html: string): boolean =>
  html.length <= MAX_LENGTH && html.split(/<[a-z]/iu).length - html.split("</").length <= MAX_UNCLOSED;

const MAX_LENGTH = 4_000_000;
const MAX_UNCLOSED = 20_000;
