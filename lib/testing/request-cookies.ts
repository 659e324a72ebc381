/** The cookies of the request that a test stands for. One for all test files of a process, as a route that is loaded once keeps to one. */
export const request: { cookies: Record<string, string> } = { cookies: {} };

/** What `next/headers` says of it. */
export const nextHeaders = () => ({
  cookies: () =>
    Promise.resolve({
      get: (name: string) => (request.cookies[name] ? { value: request.cookies[name] } : undefined),
    }),
  headers: () => Promise.resolve(new Headers()),
});
