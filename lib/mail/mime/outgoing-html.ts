import sanitize from "sanitize-html";
import { outgoingPolicy } from "./html-policy";
import { inlineStyles } from "./inline-styles";

/**
 * HTML as it may leave: every element closed (so that nothing swallows the quote below it), rules of `<style>` blocks moved
 * into their elements, scripts and forms gone, empty paragraphs as high as they look in the editor.
 */
export function outgoingHtml(html: string): string {
  return sanitize(inlineStyles(html.replaceAll("\u0000", "")), outgoingPolicy()).replace(
    /<p([^<>]*)><\/p>/gu,
    "<p$1><br></p>",
  );
}
