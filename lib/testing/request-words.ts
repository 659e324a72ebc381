const words = Object.assign((key: string) => key, { has: () => true, rich: (key: string) => key });

/** What `next-intl/server` says where no request is: keys for words. One for all test files of a process, as `nextHeaders`. */
export const nextIntlServer = () => ({
  getLocale: () => Promise.resolve("en"),
  getMessages: () => Promise.resolve(new Proxy({}, { get: () => ({}) })),
  getTranslations: () => Promise.resolve(words),
});
