/** Whether a body is a whole HTML page (the one for an unknown path), not a sentence that is only declared as HTML. */
export const isHtmlDocument = (body: string): boolean =>
  /^\uFEFF?\s*(?:<\?xml[^>]*>\s*)?(?:<!--[\s\S]{0,2000}?-->\s*)*<(?:!doctype\s+html|html|head|body)[\s>]/iu.test(body);
