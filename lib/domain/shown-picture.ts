/** Pictures that a browser only draws. SVG is a document that may run scripts, and is never among them. */
export const isShownPicture = (contentType: string): boolean =>
  /^image\/(png|jpeg|gif|webp)$/i.test(contentType.split(";")[0]!.trim());
