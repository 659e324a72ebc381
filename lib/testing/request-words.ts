const said = (key: string, values?: Record<string, unknown>) => (values ? `${key} ${JSON.stringify(values)}` : key);
const words = Object.assign(said, { has: () => true, rich: (key: string) => key });

/** What `next-intl/server` says where no request is: keys for words, and what stands in them. One for all test files of a process, as `nextHeaders`. */
export const nextIntlServer = () => ({
  getLocale: () => Promise.resolve("en"),
  getMessages: () => Promise.resolve(new Proxy({}, { get: () => ({}) })),
  getTranslations: () => Promise.resolve(words),
  getFormatter: () => Promise.resolve({ dateTime: (at: Date) => at.toISOString() }),
});
