/** Mail with a layout of its own: tables or backgrounds. Written so that PostgreSQL (`~*`) reads it as JavaScript does. */
export const DESIGNED_HTML = '<table|<[^>]+\\sbgcolor=|<[^>]+\\sstyle="[^"]*background';

const pattern = new RegExp(DESIGNED_HTML, "i");

/** Whether sanitised mail keeps its own light card instead of following the theme. */
export const isDesignedHtml = (html: string): boolean => pattern.test(html);
